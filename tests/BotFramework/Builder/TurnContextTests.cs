using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

/// <summary>A turn's answers and the handlers around them, as the real package has them.</summary>
public class TurnContextTests
{
    private readonly TestAdapter _adapter = new();
    private readonly List<string> _seen = [];

    private TurnContext Turn(Action<Activity> change = null)
    {
        var activity = _adapter.MakeActivity("hi");
        activity.ChannelId = "test";
        change?.Invoke(activity);
        return new TurnContext(_adapter, activity);
    }

    private SendActivitiesHandler Note(string name) => async (_, activities, next) =>
    {
        _seen.Add($"{name} before {activities.Count}");
        var responses = await next();
        _seen.Add($"{name} after {responses.Length}");
        return responses;
    };

    [Fact]
    public async Task Send_handlers_nest_and_the_first_is_the_outermost()
    {
        using var turn = Turn();
        turn.OnSendActivities(Note("first")).OnSendActivities(Note("second"));

        await turn.SendActivitiesAsync([MessageFactory.Text("a"), MessageFactory.Text("b")]);

        _seen.ShouldBe(["first before 2", "second before 2", "second after 2", "first after 2"]);
        _adapter.ActiveQueue.Select(sent => sent.Text).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_send_handler_that_does_not_go_on_sends_nothing_and_nobody_has_responded()
    {
        using var turn = Turn();
        turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>([new("held")])).OnSendActivities(Note("never"));

        (await turn.SendActivityAsync("a")).Id.ShouldBe("held");

        _seen.ShouldBeEmpty();
        _adapter.ActiveQueue.ShouldBeEmpty();
        turn.Responded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_send_handler_may_change_what_is_sent()
    {
        using var turn = Turn();
        turn.OnSendActivities((_, activities, next) =>
        {
            activities[0].Text += "!";
            activities.Add(new Activity(ActivityTypes.Message) { Text = "and" });
            return next();
        });

        var responses = await turn.SendActivitiesAsync([MessageFactory.Text("a")]);

        responses.Length.ShouldBe(2);
        _adapter.ActiveQueue.Select(sent => sent.Text).ShouldBe(["a!", "and"]);
    }

    [Fact]
    public async Task Update_and_delete_handlers_nest_too()
    {
        using var turn = Turn();
        turn.OnUpdateActivity((_, activity, next) => Step($"update 1 {activity.Id}", next));
        turn.OnUpdateActivity((_, activity, next) => Step($"update 2 {activity.Text}", next));
        turn.OnDeleteActivity((_, reference, next) => Step($"delete 1 {reference.ActivityId}", next));
        turn.OnDeleteActivity((_, reference, next) => Step($"delete 2 {reference.Conversation.Id}", next));
        var sent = await turn.SendActivityAsync("first");

        await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent.Id, Text = "second" });
        _adapter.ActiveQueue.ShouldHaveSingleItem().Text.ShouldBe("second");
        await turn.DeleteActivityAsync(sent.Id);

        _adapter.ActiveQueue.ShouldBeEmpty();
        _seen.ShouldBe([$"update 1 {sent.Id}", "update 2 second", $"delete 1 {sent.Id}", "delete 2 Conversation1"]);

        TTask Step<TTask>(string note, Func<TTask> next)
        {
            _seen.Add(note);
            return next();
        }
    }

    [Fact]
    public async Task What_is_sent_is_addressed_to_the_user_and_replies_to_the_activity()
    {
        using var turn = Turn();

        await turn.SendActivityAsync("hello", speak: "hello there");

        var sent = _adapter.ActiveQueue.ShouldHaveSingleItem();
        (sent.From.Id, sent.Recipient.Id, sent.ReplyToId).ShouldBe(("bot", "user1", turn.Activity.Id));
        (sent.Text, sent.Speak, sent.InputHint).ShouldBe(("hello", "hello there", null));
    }

    [Fact]
    public async Task Through_the_interface_a_text_accepts_input()
    {
        using var turn = Turn();

        await ((ITurnContext)turn).SendActivityAsync("hello");

        _adapter.ActiveQueue.ShouldHaveSingleItem().InputHint.ShouldBe(InputHints.AcceptingInput);
    }

    [Fact]
    public async Task A_trace_is_no_response()
    {
        using var turn = Turn();

        await turn.SendActivityAsync((IActivity)Activity.CreateTraceActivity("note"));
        turn.Responded.ShouldBeFalse();

        await turn.SendActivityAsync("hello");
        turn.Responded.ShouldBeTrue();
    }

    [Fact]
    public async Task Replies_that_are_expected_in_the_answer_are_buffered()
    {
        using var turn = Turn(activity => activity.DeliveryMode = DeliveryModes.ExpectReplies);
        turn.OnSendActivities(Note("handler"));

        var responses = await turn.SendActivitiesAsync(
            [MessageFactory.Text("a"), new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 200 } }]);

        responses.Length.ShouldBe(2);
        responses[0].Id.ShouldBeNull();
        _seen.ShouldBe(["handler before 2", "handler after 2"]);
        turn.Responded.ShouldBeTrue();
        turn.BufferedReplyActivities.Count.ShouldBe(2);
        turn.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey).ShouldBeSameAs(turn.BufferedReplyActivities[1]);
        _adapter.ActiveQueue.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_no_message()
    {
        using var turn = Turn();

        await Should.ThrowAsync<ArgumentException>(() => turn.SendActivitiesAsync([]));
        await Should.ThrowAsync<ArgumentNullException>(() => turn.SendActivityAsync(" "));
        await Should.ThrowAsync<ArgumentNullException>(() => turn.SendActivityAsync((IActivity)null));
        await Should.ThrowAsync<ArgumentNullException>(() => turn.DeleteActivityAsync(""));
    }

    [Fact]
    public void A_copy_of_a_turn_shares_its_state_and_handlers()
    {
        using var turn = Turn();
        turn.OnSendActivities(Note("shared"));
        turn.TurnState.Add("key", "value");

        using var copy = new TurnContext(turn, new Activity(ActivityTypes.Event));

        copy.TurnState.Get<string>("key").ShouldBe("value");
        copy.BufferedReplyActivities.ShouldBeSameAs(turn.BufferedReplyActivities);
    }

    [Fact]
    public void The_end_of_a_turn_disposes_what_belongs_to_it()
    {
        var turn = Turn();
        var resource = new Resource();
        turn.TurnState.Add(resource);
        turn.TurnState.Add("other", "text");

        turn.Dispose();
        turn.Dispose();

        resource.Disposed.ShouldBe(1);
    }

    [Fact]
    public void A_turns_state_is_kept_by_type_or_key()
    {
        var state = new TurnContextStateCollection();
        state.Add<IEnumerable<char>>("text");
        state.Set("key", "value");

        state.Get<IEnumerable<char>>().ShouldBe("text");
        state.Get<string>().ShouldBeNull("the key is the type that was named");
        state.Get<Resource>("key").ShouldBeNull();
        Should.Throw<ArgumentException>(() => state.Add("key", "other"));
        state.Set<string>("key", null);
        state.ContainsKey("key").ShouldBeFalse();
    }

    private sealed class Resource : IDisposable
    {
        public int Disposed { get; private set; }

        public void Dispose() => Disposed++;
    }
}
