using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

/// <summary>An ActivityHandler dispatches by the activity's type, and an invoke always has an answer.</summary>
public class ActivityHandlerTests
{
    private readonly Recorder _bot = new();
    private readonly TestAdapter _adapter = new();

    private async Task<InvokeResponse> TurnAsync(IBot bot, Activity activity)
    {
        await _adapter.ProcessActivityAsync(activity, bot.OnTurnAsync);
        return (InvokeResponse)((Activity)_adapter.GetNextReply())?.Value;
    }

    private Task<InvokeResponse> TurnAsync(Activity activity) => TurnAsync(_bot, activity);

    private static Activity Invoke(string name, object value) => new(ActivityTypes.Invoke) { Name = name, Value = value };

    private static Dictionary<string, object> Action(string type) => new()
    {
        ["action"] = new Dictionary<string, object> { ["type"] = type, ["verb"] = "ack", ["data"] = new Dictionary<string, object> { ["id"] = "c-1" } },
    };

    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.MessageUpdate, "messageUpdate")]
    [InlineData(ActivityTypes.MessageDelete, "messageDelete")]
    [InlineData(ActivityTypes.EndOfConversation, "endOfConversation")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.Event, "event")]
    [InlineData(ActivityTypes.Command, "command")]
    [InlineData(ActivityTypes.CommandResult, "commandResult")]
    [InlineData("somethingNew", "unrecognized")]
    public async Task Each_type_has_its_method(string type, string method)
    {
        await TurnAsync(new Activity(type));

        _bot.Seen.ShouldBe([method]);
    }

    [Fact]
    public async Task Who_came_is_told_with_everybody_who_came()
    {
        await TurnAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new("bot"), new("ana"), new("bo")] });

        _bot.Seen.ShouldBe(["added bot ana bo"]);
    }

    [Fact]
    public async Task Who_went_is_told_when_nobody_came()
    {
        await TurnAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersRemoved = [new("ana")], MembersAdded = [] });

        _bot.Seen.ShouldBe(["removed ana"]);
    }

    [Fact]
    public async Task That_the_bot_came_or_went_alone_is_told_to_nobody()
    {
        await TurnAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new("bot")] });
        await TurnAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersRemoved = [new("bot")] });
        await TurnAsync(new Activity(ActivityTypes.ConversationUpdate));

        _bot.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reactions_that_came_and_went_are_both_told()
    {
        await TurnAsync(new Activity(ActivityTypes.MessageReaction) { ReactionsAdded = [new("like")], ReactionsRemoved = [new("sad")] });

        _bot.Seen.ShouldBe(["reacted like", "unreacted sad"]);
    }

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "uninstalled")]
    [InlineData("remove-upgrade", "uninstalled")]
    public async Task An_installation_is_told_by_its_action(string action, string method)
    {
        await TurnAsync(new Activity(ActivityTypes.InstallationUpdate) { Action = action });

        _bot.Seen.ShouldBe([method]);
    }

    [Fact]
    public async Task A_tap_on_a_card_is_answered_with_the_cards_answer()
    {
        var answer = await TurnAsync(Invoke("adaptiveCard/action", Action("Action.Execute")));

        _bot.Seen.ShouldBe(["tap ack c-1"]);
        answer.Status.ShouldBe(200);
        answer.Body.ShouldBeOfType<AdaptiveCardInvokeResponse>().Value.ShouldBe("thanks");
    }

    [Fact]
    public async Task A_tap_without_a_value_is_a_bad_request()
    {
        var answer = await TurnAsync(Invoke("adaptiveCard/action", null));

        answer.Status.ShouldBe(400);
        var body = answer.Body.ShouldBeOfType<AdaptiveCardInvokeResponse>();
        (body.StatusCode, body.Type).ShouldBe((400, "application/vnd.microsoft.error"));
        body.Value.ShouldBeOfType<Error>().Code.ShouldBe("BadRequest");
        _bot.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tap_with_a_value_of_another_shape_is_a_bad_request()
    {
        (await TurnAsync(Invoke("adaptiveCard/action", "text"))).Status.ShouldBe(400);
        (await TurnAsync(Invoke("adaptiveCard/action", new Dictionary<string, object>()))).Status.ShouldBe(400);
        (await TurnAsync(Invoke("adaptiveCard/action", new Dictionary<string, object> { ["action"] = 4 }))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Only_execute_actions_are_invoked()
    {
        var answer = await TurnAsync(Invoke("adaptiveCard/action", Action("Action.Submit")));

        answer.Status.ShouldBe(400);
        ((Error)((AdaptiveCardInvokeResponse)answer.Body).Value).Message.ShouldContain("Action.Submit");
    }

    [Fact]
    public async Task What_nobody_has_implemented_is_answered_501()
    {
        (await TurnAsync(new ActivityHandler(), Invoke("adaptiveCard/action", Action("Action.Execute")))).Status.ShouldBe(501);
        (await TurnAsync(new ActivityHandler(), Invoke("signin/verifyState", null))).Status.ShouldBe(501);
        (await TurnAsync(new ActivityHandler(), Invoke("something/else", null))).Status.ShouldBe(501);
        (await TurnAsync(new ActivityHandler(), Invoke(null, null))).Status.ShouldBe(501);
    }

    [Fact]
    public async Task A_turn_without_a_type_is_an_error()
    {
        using var turn = new TurnContext(_adapter, new Activity());

        await Should.ThrowAsync<ArgumentException>(() => new ActivityHandler().OnTurnAsync(turn));
    }

    private sealed class Recorder : ActivityHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Note("message");

        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("messageUpdate");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Note("messageDelete");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Note("endOfConversation");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Note("typing");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("event");

        protected override Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) => Note("command");

        protected override Task OnCommandResultActivityAsync(ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) => Note("commandResult");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("unrecognized");

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note("added " + string.Join(' ', membersAdded.Select(member => member.Id)));

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note("removed " + string.Join(' ', membersRemoved.Select(member => member.Id)));

        protected override Task OnReactionsAddedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
            Note("reacted " + messageReactions[0].Type);

        protected override Task OnReactionsRemovedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
            Note("unreacted " + messageReactions[0].Type);

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("installed");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("uninstalled");

        protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            var data = (JsonElement)invokeValue.Action.Data;
            await Note($"tap {invokeValue.Action.Verb} {data.GetProperty("id").GetString()}");
            return new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = "thanks" };
        }

        private Task Note(string what)
        {
            Seen.Add(what);
            return Task.CompletedTask;
        }
    }
}
