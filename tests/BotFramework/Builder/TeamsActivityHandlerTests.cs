using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace BotFramework.Tests.Builder;

/// <summary>What Teams sends beyond messages, through the cloud adapter.</summary>
public class TeamsActivityHandlerTests
{
    private const string Member = "GET /v3/conversations/19%3Ateam/members/29%3A";

    private readonly CloudAdapterFixture _fixture = new();
    private readonly Recorder _bot = new();

    private async Task<CloudAdapterFixture.Answer> PostAsync(string members, IBot bot = null) => await _fixture.PostAsync(
        $$"""
        {"channelId":"msteams","serviceUrl":"https://smba/","recipient":{"id":"28:bot"},"conversation":{"id":"19:team;messageid=1"},{{members}}}
        """,
        (bot ?? _bot).OnTurnAsync);

    [Fact]
    public async Task Who_came_is_looked_up_in_the_team()
    {
        _fixture.Connector
            .On(Member + "ana", HttpStatusCode.OK, """{"id":"29:ana","name":"Ana","userPrincipalName":"ana@x","tenantId":"t"}""")
            .On(Member + "gone", HttpStatusCode.NotFound);

        await PostAsync(
            """
            "type":"conversationUpdate","membersAdded":[{"id":"28:bot"},{"id":"29:ana"},{"id":"29:gone"},{"id":"29:told","email":"told@x"}],
            "channelData":{"team":{"id":"19:team","name":"Data"}}
            """);

        _bot.Seen.ShouldBe(["added 28:bot 29:ana=ana@x 29:gone 29:told to Data"]);
        _fixture.Connector.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_went_is_told_without_asking()
    {
        await PostAsync(""" "type":"conversationUpdate","membersRemoved":[{"id":"29:ana"}],"channelData":{"team":{"name":"Data"}} """);

        _bot.Seen.ShouldBe(["removed 29:ana from Data"]);
    }

    [Theory]
    [InlineData("channelCreated")]
    [InlineData("channelDeleted")]
    [InlineData("channelRenamed")]
    [InlineData("channelRestored")]
    [InlineData("teamArchived")]
    [InlineData("teamDeleted")]
    [InlineData("teamHardDeleted")]
    [InlineData("teamRenamed")]
    [InlineData("teamRestored")]
    [InlineData("teamUnarchived")]
    public async Task A_change_of_the_team_is_told_by_its_event_type(string eventType)
    {
        await PostAsync($$""" "type":"conversationUpdate","channelData":{"eventType":"{{eventType}}","team":{"name":"Data"},"channel":{"name":"alerts"} } """);

        _bot.Seen.ShouldHaveSingleItem().ShouldStartWith(eventType);
    }

    [Fact]
    public async Task A_dialog_is_fetched_and_submitted()
    {
        var fetched = await PostAsync(""" "type":"invoke","name":"task/fetch","value":{"data":{"id":"c-1"},"context":{"theme":"dark"}} """);
        var submitted = await PostAsync(""" "type":"invoke","name":"task/submit","value":{"data":{"text":"x"}} """);

        _bot.Seen.ShouldBe(["fetch dark", "submit"]);
        JsonNode.DeepEquals(fetched.Json, JsonNode.Parse("""{"task":{"type":"continue","value":{"title":"Note"}}}""")).ShouldBeTrue(fetched.Text);
        JsonNode.DeepEquals(submitted.Json, JsonNode.Parse("""{"task":{"type":"message","value":"thanks"}}""")).ShouldBeTrue(submitted.Text);
    }

    [Fact]
    public async Task A_message_extension_is_opened_on_a_message()
    {
        await PostAsync(
            """
            "type":"invoke","name":"composeExtension/fetchTask",
            "value":{"commandId":"triage","messagePayload":{"id":"m","body":{"contentType":"html","content":"<p>broken</p>"},"from":{"user":{"displayName":"Ana"}}}}
            """);
        await PostAsync(""" "type":"invoke","name":"composeExtension/submitAction","value":{"commandId":"triage"} """);
        await PostAsync(""" "type":"invoke","name":"composeExtension/submitAction","value":{"commandId":"triage","botMessagePreviewAction":"send"} """);

        _bot.Seen.ShouldBe(["open triage <p>broken</p> Ana", "submit triage", "send triage"]);
    }

    [Theory]
    [InlineData("task/fetch", "{}", 501)]
    [InlineData("task/submit", "\"text\"", 400)]
    [InlineData("task/submit", "null", 400)]
    [InlineData("composeExtension/submitAction", "{}", 501)]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"other"}""", 400)]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute"}}""", 501)]
    [InlineData("something/else", "{}", 501)]
    public async Task What_nobody_has_implemented_or_nobody_can_read_says_so(string name, string value, int status)
    {
        var answer = await PostAsync($$""" "type":"invoke","name":"{{name}}","value":{{value}} """, new TeamsActivityHandler());

        answer.Status.ShouldBe(status);
    }

    [Fact]
    public async Task An_invoke_without_a_name_is_an_old_cards_action()
    {
        (await PostAsync(""" "type":"invoke","value":{} """)).Status.ShouldBe(204);
    }

    [Fact]
    public void Channel_data_is_told_by_the_activitys_extensions()
    {
        var activity = new Activity
        {
            ChannelData = new TeamsChannelData
            {
                Channel = new ChannelInfo("19:alerts", "alerts"),
                Team = new TeamInfo("19:team", "Data"),
                Meeting = new TeamsMeetingInfo { Id = "meeting" },
                Settings = new TeamsChannelDataSettings { SelectedChannel = new ChannelInfo("19:chosen", "chosen") },
            },
        };

        activity.TeamsGetChannelId().ShouldBe("19:alerts");
        activity.TeamsGetTeamInfo().Name.ShouldBe("Data");
        activity.TeamsGetMeetingInfo().Id.ShouldBe("meeting");
        activity.TeamsGetSelectedChannelId().ShouldBe("19:chosen");
        activity.TeamsNotifyUser();
        activity.GetChannelData<TeamsChannelData>().Notification.Alert.ShouldBe(true);
        new Activity().TeamsGetTeamInfo().ShouldBeNull();
    }

    private sealed class Recorder : TeamsActivityHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task OnTeamsMembersAddedAsync(IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note($"added {string.Join(' ', teamsMembersAdded.Select(member => member.Id + (member.UserPrincipalName is { } name ? "=" + name : "")))} to {teamInfo.Name}");

        protected override Task OnTeamsMembersRemovedAsync(IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note($"removed {string.Join(' ', teamsMembersRemoved.Select(member => member.Id))} from {teamInfo.Name}");

        protected override Task OnTeamsChannelCreatedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"channelCreated {channelInfo.Name} {teamInfo.Name}");

        protected override Task OnTeamsChannelDeletedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"channelDeleted {channelInfo.Name} {teamInfo.Name}");

        protected override Task OnTeamsChannelRenamedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"channelRenamed {channelInfo.Name} {teamInfo.Name}");

        protected override Task OnTeamsChannelRestoredAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"channelRestored {channelInfo.Name} {teamInfo.Name}");

        protected override Task OnTeamsTeamArchivedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"teamArchived {teamInfo.Name}");

        protected override Task OnTeamsTeamDeletedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"teamDeleted {teamInfo.Name}");

        protected override Task OnTeamsTeamHardDeletedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"teamHardDeleted {teamInfo.Name}");

        protected override Task OnTeamsTeamRenamedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"teamRenamed {teamInfo.Name}");

        protected override Task OnTeamsTeamRestoredAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"teamRestored {teamInfo.Name}");

        protected override Task OnTeamsTeamUnarchivedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note($"teamUnarchived {teamInfo.Name}");

        protected override async Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
        {
            await Note($"fetch {taskModuleRequest.Context.Theme}");
            return new TaskModuleResponse(new TaskModuleContinueResponse(new TaskModuleTaskInfo("Note")));
        }

        protected override async Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
        {
            await Note("submit");
            return new TaskModuleResponse(new TaskModuleMessageResponse("thanks"));
        }

        protected override async Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        {
            await Note($"open {action.CommandId} {action.MessagePayload.Body.Content} {action.MessagePayload.From.User.DisplayName}");
            return new MessagingExtensionActionResponse();
        }

        protected override async Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        {
            await Note($"submit {action.CommandId}");
            return new MessagingExtensionActionResponse();
        }

        protected override async Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        {
            await Note($"send {action.CommandId}");
            return new MessagingExtensionActionResponse();
        }

        protected override Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
            Task.FromResult(new InvokeResponse { Status = 204 });

        private Task Note(string what)
        {
            Seen.Add(what);
            return Task.CompletedTask;
        }
    }
}
