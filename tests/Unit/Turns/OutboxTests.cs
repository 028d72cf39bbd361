using AdaptiveCards;
using Hausmeister.Bot.Turns;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Turns;

public sealed class OutboxTests
{
    private readonly CountingStore store = new();
    private readonly House house;

    public OutboxTests() => house = new House(store: store);

    private SlowAdapter Channel => (SlowAdapter)house.Adapter;

    [Fact]
    public async Task What_was_committed_and_not_sent_goes_out_at_the_next_start_with_its_card()
    {
        Channel.RefusesAfter = 1;
        house.Bot = async (context, ct) =>
        {
            await context.SendActivityAsync(MessageFactory.Text("one"), ct);
            await context.SendActivityAsync(context.Turn().Message(Card("two")), ct);
            await context.SendActivityAsync(MessageFactory.Text("three"), ct);
        };
        await house.SayAsync("ana", "hello", "a1");
        await house.Marks.StopAsync(default);
        (await house.OutboxAsync()).Count.ShouldBe(1);

        var restarted = new House(store: store);
        await restarted.Outbox.SendAllAsync(default);
        var card = restarted.Adapter.GetNextReply().ShouldBeOfType<Activity>();
        card.Attachments.ShouldHaveSingleItem().Content.ShouldBeOfType<AdaptiveCard>().ToJson().ShouldBe(Card("two").ToJson());
        card.Recipient.Id.ShouldBe("ana");
        restarted.Heard().ShouldBe(["three"]);
        await restarted.Outbox.SendAllAsync(default);
        restarted.Heard().ShouldBeEmpty();
        await restarted.Marks.StopAsync(default);
        (await restarted.OutboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_sent_is_noted_in_the_background_and_leaves_the_outbox()
    {
        await house.Marks.StartAsync(default);
        await house.SayAsync("ana", "hello", "a1");
        (await house.OutboxAsync()).Count.ShouldBe(1);
        await Eventually.IsTrueAsync(async () =>
        {
            house.Time.Advance(Marks.Patience);
            return (await house.OutboxAsync()).Count == 0;
        });
        (await house.DocumentAsync("ana"))!.Unsent.ShouldBeEmpty();
        await house.Marks.StopAsync(default);
    }

    [Fact]
    public async Task The_next_turn_takes_the_mark_along()
    {
        await house.SayAsync("ana", "first", "a1");
        await house.SayAsync("ana", "second", "a2");
        house.Heard().ShouldBe(["You said first", "You said second"]);
        (await house.DocumentAsync("ana"))!.Unsent.ShouldHaveSingleItem().Text.ShouldBe("You said second");
    }

    [Fact]
    public async Task A_message_that_shows_a_case_is_noted_in_the_case_with_the_channel_s_own_id()
    {
        house.Bot = async (context, ct) =>
        {
            var turn = context.Turn();
            var shown = turn.Cases.Save(NewCase(turn));
            await context.SendActivityAsync(turn.Message(Card("the case"), shown), ct);
        };
        await house.SayAsync("ana", "hello", "a1");
        var post = (await CaseAsync()).Posts.ShouldHaveSingleItem();
        post.ShouldBe(new Post(PostKind.Issue, Keys.Place(House.Channel, "Conversation1"), "channel-1", "ana"));
        (await CaseAsync()).Edition.ShouldBe(1);
        (await house.OutboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_shows_a_case_is_noted_there_also_when_it_goes_out_after_a_restart()
    {
        Channel.RefusesAfter = 0;
        house.Bot = async (context, ct) =>
        {
            var turn = context.Turn();
            await context.SendActivityAsync(turn.Message(Card("the case"), turn.Cases.Save(NewCase(turn))), ct);
        };
        await house.SayAsync("ana", "hello", "a1");
        (await CaseAsync()).Posts.ShouldBeEmpty();
        await new House(store: store).Outbox.SendAllAsync(default);
        (await CaseAsync()).Posts.ShouldHaveSingleItem().Activity.ShouldBe("channel-1");
        (await CaseAsync()).Duties.ShouldBeEmpty("the message shows the case as it is");
    }

    [Fact]
    public async Task A_case_that_changed_before_its_message_went_out_is_shown_anew()
    {
        Channel.RefusesAfter = 0;
        house.Bot = async (context, ct) =>
        {
            var turn = context.Turn();
            await context.SendActivityAsync(turn.Message(Card("the case"), turn.Cases.Save(NewCase(turn))), ct);
        };
        await house.SayAsync("ana", "hello", "a1");
        var work = new Work(store.Inner);
        var moment = new Moment(SampleSquad.DataInfra, SampleSquad.At(2026, 11, 26, 10, 1));
        await new CaseDesk(work, moment).ApplyAsync("case-1", c => c.Happened(moment.Now, c.OpenedBy, "created"), default);
        await work.CommitAsync(default);

        await new House(store: store).Outbox.SendAllAsync(default);
        (await CaseAsync()).Duties.ShouldHaveSingleItem().Kind.ShouldBe(DutyKind.UpdatePosts);
    }

    [Fact]
    public async Task What_is_said_besides_the_answer_to_a_tap_is_the_outbox_s_and_not_waited_for()
    {
        house.Bot = async (context, ct) =>
        {
            await context.SendActivityAsync(MessageFactory.Text("besides"), ct);
            await context.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 200 } }, ct);
        };
        await house.RunAsync(new Activity(ActivityTypes.Invoke) { Id = "i1", Name = "adaptiveCard/action", From = new ChannelAccount("ana") });
        Channel.Log.ShouldBe(["send invokeResponse"]);
        await house.Outbox.SendRungAsync(default);
        await house.Outbox.SendRungAsync(default);
        Channel.Log.ShouldBe(["send invokeResponse", "send besides"]);
    }

    [Fact]
    public async Task The_question_which_squad_is_meant_goes_out_after_a_restart_too()
    {
        var (one, other) = (SampleSquad.DataInfra with { Id = "one", Name = "One" }, SampleSquad.DataInfra with { Id = "other", Name = "Other" });
        var asking = new House(new SlowAdapter { RefusesAfter = 0 }, [one, other], store);
        await asking.SayAsync("somebody", "hello", "a1");
        var restarted = new House(squads: [one, other], store: store);
        await restarted.Outbox.SendAllAsync(default);
        restarted.Heard().ShouldHaveSingleItem()!.ShouldStartWith("Which squad is it about?");
    }

    [Fact]
    public async Task What_a_channel_refuses_for_a_day_is_given_up()
    {
        Channel.RefusesAfter = 0;
        await house.SayAsync("ana", "hello", "a1");
        house.Time.Advance(TimeSpan.FromHours(25));
        Channel.RefusesAfter = int.MaxValue;
        await house.Outbox.SendAllAsync(default);
        house.Heard().ShouldBeEmpty();
        (await house.OutboxAsync()).ShouldBeEmpty();
    }

    private async Task<Case> CaseAsync() => (await new Work(store.Inner).LoadAsync(DocumentTypes.Case, Keys.Case("data-infra", "case-1"), default))!;

    private static Case NewCase(Turn turn) => new()
    {
        Id = "case-1",
        Squad = turn.Squad.Id,
        Kind = CaseKind.ServiceIssue,
        Title = "Contracts are late",
        OpenedAt = turn.Now,
        OpenedBy = turn.Person,
        Conversation = turn.Conversation,
    };

    private static AdaptiveCard Card(string text) => new("1.5") { FallbackText = text, Body = { new AdaptiveTextBlock(text) } };
}
