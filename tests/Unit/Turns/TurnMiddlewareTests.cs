using System.Net;
using AdaptiveCards;
using Hausmeister.Bot.Turns;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Tests.Turns;

public sealed class TurnMiddlewareTests
{
    private readonly House house = new();

    private SlowAdapter Channel => (SlowAdapter)house.Adapter;

    [Fact]
    public async Task One_entry_says_in_which_month_a_conversation_was_used_last()
    {
        await house.SayAsync("ana", "hello", "a1");
        await house.SayAsync("ana", "hello", "a2");
        house.Store.Inner.Commits[^1].Puts.ShouldNotContain(put => put.Key.StartsWith(Keys.Used("data-infra"), StringComparison.Ordinal));
        house.Time.Advance(TimeSpan.FromDays(10));
        await house.SayAsync("ana", "hello", "a3");
        (await house.Store.ListAsync(Keys.Used("data-infra"), 10, default)).ShouldHaveSingleItem().Key
            .ShouldBe("data-infra/used/2026-12/" + Keys.Conversation(House.Channel, "Conversation1", "ana"));
    }

    [Fact]
    public async Task A_turn_is_committed_before_anything_is_sent()
    {
        Channel.OnSend = () => house.Store.Commits.ShouldBe(1);
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldBe(["You said hello"]);
    }

    [Fact]
    public async Task Replies_updates_and_deletions_go_out_in_the_order_in_which_they_were_made()
    {
        house.Bot = async (context, ct) =>
        {
            await context.SendActivityAsync(MessageFactory.Text("one"), ct);
            await context.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "old", Text = "new" }, ct);
            await context.SendActivityAsync(MessageFactory.Text("two"), ct);
            await context.DeleteActivityAsync("gone", ct);
            Channel.Log.ShouldBeEmpty();
        };
        await house.SayAsync("ana", "hello", "a1");
        Channel.Log.ShouldBe(["send one", "update old", "send two", "delete gone"]);
    }

    [Fact]
    public async Task A_plain_turn_costs_one_read_and_one_commit()
    {
        await house.SayAsync("ana", "hello", "a1");
        house.Store.Reset();
        await house.SayAsync("ana", "again", "a2");
        (house.Store.Reads, house.Store.Commits).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_conflict_runs_the_turn_again_from_fresh_state_and_says_it_once()
    {
        var conflicts = 2;
        List<Turn> turns = [];
        List<string> ids = [];
        List<string> texts = [];
        house.Store.BeforeCommit = _ =>
        {
            if (conflicts-- > 0)
                throw new ConflictException("somebody/else");
        };
        house.Bot = async (context, ct) =>
        {
            turns.Add(context.Turn());
            texts.Add(context.Activity.Text);
            context.Activity.Text = "changed by the bot";
            context.TurnState.Add("something of the bot's own", new object());
            ids.Add(context.Turn().NewCaseId());
            ids.Add((await context.SendActivityAsync(MessageFactory.Text("done"), ct)).Id);
        };
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldBe(["done"]);
        turns.Distinct().Count().ShouldBe(3);
        turns.Select(t => t.Work).Distinct().Count().ShouldBe(3);
        texts.ShouldAllBe(text => text == "hello");
        ids.Distinct().Count().ShouldBe(2, "each try gives the same ids");
        (await house.DocumentAsync("ana"))!.Cases.ShouldBe(1);
    }

    [Fact]
    public async Task After_five_conflicts_the_person_is_told_and_the_activity_may_come_again()
    {
        house.Store.BeforeCommit = _ => throw new ConflictException("somebody/else");
        await house.SayAsync("ana", "hello", "a1");
        house.Store.Commits.ShouldBe(TurnMiddleware.MostAttempts);
        house.Heard().ShouldHaveSingleItem()!.ShouldContain("Nothing was changed");

        house.Store.BeforeCommit = _ => { };
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldBe(["You said hello"]);
    }

    [Fact]
    public async Task An_exception_leaves_no_trace_but_a_word_with_a_reference()
    {
        var echo = house.Bot;
        house.Bot = async (context, ct) =>
        {
            await context.SendActivityAsync(MessageFactory.Text("never heard"), ct);
            context.Turn().Work.Enter("some/entry");
            throw new InvalidOperationException("broken");
        };
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldHaveSingleItem()!.ShouldMatch(@"^Something went wrong here \(reference [0-9a-f]{6}\)\. Nothing was changed; please try again\.$");
        house.Store.Commits.ShouldBe(0);

        house.Bot = echo;
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldBe(["You said hello"]);
    }

    [Fact]
    public async Task Storage_that_fails_is_told_as_such_and_the_turn_may_come_again()
    {
        house.Store.BeforeCommit = _ => throw new StorageException("The disk that holds the file is full. Make room.");
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldHaveSingleItem()!.ShouldMatch(@"^Nothing can be stored here at the moment \(reference [0-9a-f]{6}\)\. Nothing was changed; please try again in a few minutes\.$");

        house.Store.BeforeCommit = _ => { };
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldBe(["You said hello"]);
    }

    [Fact]
    public async Task A_resent_activity_does_not_run_again_and_says_nothing_twice()
    {
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().Count.ShouldBe(1);
        house.Bot = (_, _) => throw new InvalidOperationException("ran again");
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activity_is_recognised_after_nineteen_others_and_not_after_twenty()
    {
        for (var i = 1; i <= ConversationDocument.Remembered; i++)
            await house.SayAsync("ana", "hello", $"a{i}");
        house.Heard();
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldBeEmpty();
        await house.SayAsync("ana", "hello", "one more");
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_resent_activity_sends_what_the_channel_had_refused()
    {
        Channel.RefusesAfter = 1;
        house.Bot = async (context, ct) =>
        {
            await context.SendActivityAsync(MessageFactory.Text("one"), ct);
            await context.SendActivityAsync(MessageFactory.Text("two"), ct);
        };
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldBe(["one"]);
        Channel.RefusesAfter = int.MaxValue;
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldBe(["two"]);
        await house.SayAsync("ana", "hello", "a1");
        house.Heard().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_refused_goes_out_before_the_next_turn_s_replies()
    {
        Channel.RefusesAfter = 0;
        await house.SayAsync("ana", "first", "a1");
        Channel.RefusesAfter = int.MaxValue;
        await house.SayAsync("ana", "second", "a2");
        house.Heard().ShouldBe(["You said first", "You said second"]);
    }

    [Fact]
    public async Task An_invoke_that_comes_again_gets_the_same_answer()
    {
        var runs = 0;
        house.Bot = (context, ct) =>
        {
            var card = new AdaptiveCard("1.5") { Body = { new AdaptiveTextBlock($"Run {++runs}") } };
            var body = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = AdaptiveCard.ContentType, Value = card };
            return context.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 200, Body = body } }, ct);
        };
        var first = await InvokeAsync("i1");
        var again = await InvokeAsync("i1");
        runs.ShouldBe(1);
        again.Status.ShouldBe((int)HttpStatusCode.OK);
        CardOf(again).ToJson().ShouldBe(CardOf(first).ToJson());
        CardOf(await InvokeAsync("i2")).ToJson().ShouldContain("Run 2");
    }

    [Fact]
    public async Task An_invoke_that_fails_is_answered_with_an_error_and_may_come_again()
    {
        house.Bot = (_, _) => throw new InvalidOperationException("broken");
        var body = (await InvokeAsync("i1")).Body.ShouldBeOfType<AdaptiveCardInvokeResponse>();
        body.StatusCode.ShouldBe(500);
        body.Value.ShouldBeOfType<Error>().Message.ShouldContain("Nothing was changed");
        house.Store.Commits.ShouldBe(0);
    }

    [Fact]
    public async Task Two_people_in_one_room_have_a_document_each_and_do_not_wait_for_each_other()
    {
        var ana = new TaskCompletionSource();
        house.Bot = async (context, ct) =>
        {
            if (context.Turn().Person.Id == "ana")
                await ana.Task;
            await context.SendActivityAsync(MessageFactory.Text(context.Turn().NewCaseId()), ct);
        };
        var waiting = house.SayAsync("ana", "hello", "a1");
        await house.SayAsync("bruno", "hello", "b1");
        house.Heard().ShouldHaveSingleItem()!.ShouldStartWith("bruno-");
        ana.SetResult();
        await waiting;
        (await house.DocumentAsync("ana"))!.Person!.Id.ShouldBe("ana");
        (await house.DocumentAsync("bruno"))!.Person!.Id.ShouldBe("bruno");
    }

    [Fact]
    public async Task Two_turns_of_one_person_in_one_conversation_run_one_after_the_other()
    {
        var first = new TaskCompletionSource();
        List<string> order = [];
        house.Bot = async (context, _) =>
        {
            order.Add($"begin {context.Activity.Text}");
            if (context.Activity.Text == "one")
                await first.Task;
            order.Add($"end {context.Activity.Text}");
        };
        var one = house.SayAsync("ana", "one", "a1");
        var two = house.SayAsync("ana", "two", "a2");
        first.SetResult();
        await Task.WhenAll(one, two);
        order.ShouldBe(["begin one", "end one", "begin two", "end two"]);
    }

    [Theory]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.MessageReaction)]
    [InlineData(ActivityTypes.EndOfConversation)]
    public async Task Noise_costs_nothing(string type)
    {
        await house.RunAsync(new Activity(type) { Id = "n1", From = new ChannelAccount("ana") });
        house.Heard().ShouldBeEmpty();
        (house.Store.Reads, house.Store.Commits).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_the_bot_says_by_itself_is_sent_at_once_and_has_no_turn()
    {
        await house.Adapter.ContinueConversationAsync("", house.Adapter.Conversation, async (context, ct) =>
        {
            context.TurnState.Get<Turn>().ShouldBeNull();
            await context.SendActivityAsync(MessageFactory.Text("by myself"), ct);
            house.Heard().ShouldBe(["by myself"]);
        }, default);
        (house.Store.Reads, house.Store.Commits).ShouldBe((0, 0));
    }

    [Fact]
    public async Task The_way_back_is_written_at_first_contact_and_then_once_a_day()
    {
        await house.SayAsync("ana", "hello", "a1");
        Puts().ShouldContain(key => key.StartsWith("reference/", StringComparison.Ordinal));
        Puts().ShouldContain(Keys.Reach("data-infra", "ana"));
        await house.SayAsync("ana", "hello", "a2");
        Puts().ShouldNotContain(Keys.Reach("data-infra", "ana"));
        house.Time.Advance(TimeSpan.FromDays(1));
        await house.SayAsync("ana", "hello", "a3");
        Puts().ShouldContain(Keys.Reach("data-infra", "ana"));
        Puts().ShouldNotContain(key => key.StartsWith("reference/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ActivityTypes.InstallationUpdate)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    public async Task The_way_back_is_dropped_when_the_bot_is_taken_out_and_comes_again_with_the_next_word(string type)
    {
        await house.SayAsync("ana", "hello", "a1");
        var reference = Puts().Single(key => key.StartsWith("reference/", StringComparison.Ordinal));
        house.Bot = (_, _) => Task.CompletedTask;

        await house.RunAsync(new Activity(type)
        {
            Id = "gone",
            Action = "remove",
            From = new ChannelAccount("ana"),
            Recipient = new ChannelAccount("bot"),
            MembersRemoved = type == ActivityTypes.ConversationUpdate ? [new ChannelAccount("bot")] : null,
        });

        (await house.Store.Inner.ReadAsync(reference, default)).ShouldBeNull();
        (await new Work(house.Store.Inner).LoadAsync(TurnDocuments.Reach, Keys.Reach("data-infra", "ana"), default)).ShouldNotBeNull().Channels.ShouldBeEmpty();
        await house.SayAsync("ana", "hello again", "a2");
        Puts().ShouldContain(reference);
        Puts().ShouldContain(Keys.Reach("data-infra", "ana"));
    }

    private IEnumerable<string> Puts() => house.Store.Inner.Commits[^1].Puts.Select(put => put.Key);

    private async Task<InvokeResponse> InvokeAsync(string id)
    {
        await house.RunAsync(new Activity(ActivityTypes.Invoke) { Id = id, Name = "adaptiveCard/action", From = new ChannelAccount("ana") });
        return house.Adapter.GetNextReply().ShouldBeOfType<Activity>().Value.ShouldBeOfType<InvokeResponse>();
    }

    private static AdaptiveCard CardOf(InvokeResponse response) =>
        response.Body.ShouldBeOfType<AdaptiveCardInvokeResponse>().Value.ShouldBeOfType<AdaptiveCard>();
}
