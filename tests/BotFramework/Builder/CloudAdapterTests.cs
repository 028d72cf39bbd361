using System.Net;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

/// <summary>Turns of the cloud adapter, and what they ask of the connector.</summary>
public class CloudAdapterTests
{
    private const string Conversation = "/_connector/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1";
    private const string Activities = Conversation + "/activities";

    private readonly CloudAdapterFixture _fixture = new();

    private FakeConnector Connector => _fixture.Connector;

    private static string Incoming(string type = "message", string more = "") => $$"""
        {"type":"{{type}}","id":"in;1","text":"hi","channelId":"msteams","serviceUrl":"http://localhost:56150/_connector",
         "from":{"id":"29:ana"},"recipient":{"id":"28:bot"},"conversation":{"id":"19:x@thread.tacv2;messageid=1"}{{more}}}
        """;

    private static ConversationReference Reference => new()
    {
        ChannelId = "msteams",
        ServiceUrl = "http://localhost:56150/_connector/",
        Conversation = new ConversationAccount(id: "19:x@thread.tacv2;messageid=1"),
        User = new ChannelAccount("29:ana"),
        Bot = new ChannelAccount("28:bot"),
    };

    [Fact]
    public async Task A_reply_is_posted_to_the_activity_with_escaped_ids()
    {
        Connector.On($"POST {Activities}/in%3B1", HttpStatusCode.Created, """{"id":"out-1"}""");
        ResourceResponse response = null;

        await _fixture.PostAsync(Incoming(), async (turn, token) =>
            response = await turn.SendActivityAsync("hello", cancellationToken: token));

        response.Id.ShouldBe("out-1");
        var body = Connector.Requests.ShouldHaveSingleItem().Body;
        body["text"].GetValue<string>().ShouldBe("hello");
        body["from"]["id"].GetValue<string>().ShouldBe("28:bot");
        body["recipient"]["id"].GetValue<string>().ShouldBe("29:ana");
        body["id"].ShouldBeNull();
    }

    [Theory]
    [InlineData(HttpStatusCode.Accepted, "")]
    [InlineData(HttpStatusCode.Created, " \n")]
    [InlineData(HttpStatusCode.OK, "{}")]
    public async Task An_answer_without_an_id_is_accepted(HttpStatusCode status, string body)
    {
        Connector.On($"POST {Activities}/in%3B1", status, body);
        ResourceResponse response = null;

        await _fixture.PostAsync(Incoming(), async (turn, token) =>
            response = await turn.SendActivityAsync(new Activity(ActivityTypes.Typing), token));

        response.Id.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Without_an_activity_to_reply_to_it_is_posted_to_the_conversation()
    {
        Connector.On($"POST {Activities}", HttpStatusCode.Created, """{"id":"out-1"}""");

        await _fixture.PostAsync(
            Incoming().Replace("\"id\":\"in;1\",", ""), (turn, token) => turn.SendActivityAsync("hello", cancellationToken: token));

        Connector.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Updates_and_deletions_name_the_activity()
    {
        Connector.On($"PUT {Activities}/a%401", HttpStatusCode.OK, """{"id":"a@1"}""").On($"DELETE {Activities}/a%401", HttpStatusCode.OK);

        await _fixture.PostAsync(Incoming(), async (turn, token) =>
        {
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "a@1", Text = "new" }, token);
            await turn.DeleteActivityAsync("a@1", token);
        });

        Connector.Requests[0].Body["text"].GetValue<string>().ShouldBe("new");
        Connector.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_names_the_status_and_the_error()
    {
        Connector.On($"POST {Activities}/in%3B1", HttpStatusCode.Forbidden, """{"error":{"code":"BotNotInConversationRoster","message":"no"}}""");

        var error = await Should.ThrowAsync<ErrorResponseException>(() => _fixture.PostAsync(
            Incoming(), (turn, token) => turn.SendActivityAsync("hello", cancellationToken: token)));

        error.Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        error.Body.Error.Code.ShouldBe("BotNotInConversationRoster");
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.OK)]
    public async Task A_page_instead_of_json_is_an_error_with_its_text(HttpStatusCode status)
    {
        Connector.On($"POST {Activities}/in%3B1", status, "<html>proxy</html>");

        var error = await Should.ThrowAsync<ErrorResponseException>(() => _fixture.PostAsync(
            Incoming(), (turn, token) => turn.SendActivityAsync("hello", cancellationToken: token)));

        error.Response.Content.ShouldBe("<html>proxy</html>");
        error.Body.ShouldBeNull();
    }

    [Fact]
    public async Task Traces_go_to_no_channel_but_the_emulator()
    {
        await _fixture.PostAsync(Incoming(), (turn, token) => turn.SendActivityAsync((IActivity)Activity.CreateTraceActivity("x"), token));

        Connector.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invoke_is_answered_with_its_status_and_body()
    {
        var answer = await _fixture.PostAsync(Incoming("invoke", ""","name":"x" """), (turn, token) => turn.SendActivityAsync(
            new Activity(ActivityTypesEx.InvokeResponse)
            {
                Value = new InvokeResponse { Status = 202, Body = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "t", Value = "done" } },
            },
            token));

        answer.Status.ShouldBe(202);
        answer.ContentType.ShouldBe("application/json; charset=utf-8");
        JsonNode.DeepEquals(answer.Json, JsonNode.Parse("""{"statusCode":200,"type":"t","value":"done"}""")).ShouldBeTrue(answer.Text);
        Connector.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invoke_through_a_handler_that_knows_nothing_is_a_501()
    {
        var answer = await _fixture.PostAsync(Incoming("invoke", ""","name":"x" """), new ActivityHandler().OnTurnAsync);

        (answer.Status, answer.Text).ShouldBe((501, ""));
    }

    [Fact]
    public async Task An_invoke_that_nobody_answers_is_a_501()
    {
        (await _fixture.PostAsync(Incoming("invoke"))).Status.ShouldBe(501);
    }

    [Fact]
    public async Task Expected_replies_come_in_the_answer_in_order_and_nothing_is_sent()
    {
        var answer = await _fixture.PostAsync(Incoming(more: ""","deliveryMode":"expectReplies" """), async (turn, token) =>
        {
            await turn.SendActivityAsync("one", cancellationToken: token);
            await turn.SendActivityAsync("two", cancellationToken: token);
        });

        answer.Status.ShouldBe(200);
        answer.Json["activities"].AsArray().Select(reply => reply["text"].GetValue<string>()).ShouldBe(["one", "two"]);
        answer.Json["activities"][0]["replyToId"].GetValue<string>().ShouldBe("in;1");
        Connector.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_bot_throws_goes_to_OnTurnError_and_the_channel_gets_200()
    {
        Connector.On($"POST {Activities}/in%3B1", HttpStatusCode.Accepted);
        _fixture.Adapter.OnTurnError = (turn, e) => turn.SendActivityAsync("sorry: " + e.Message);

        var answer = await _fixture.PostAsync(Incoming(), (_, _) => throw new InvalidOperationException("boom"));

        answer.Status.ShouldBe(200);
        Connector.Requests.ShouldHaveSingleItem().Body["text"].GetValue<string>().ShouldBe("sorry: boom");
    }

    [Fact]
    public async Task A_turn_knows_its_caller_and_its_connector()
    {
        await _fixture.PostAsync(Incoming(), (turn, _) =>
        {
            turn.TurnState.Get<ClaimsIdentity>(BotAdapter.BotIdentityKey).ShouldNotBeNull();
            turn.TurnState.Get<IConnectorClient>().BaseUri.ShouldBe(new Uri("http://localhost:56150/_connector/"));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_conversation_is_continued_by_app_id_identity_or_activity()
    {
        var continuation = Reference.GetContinuationActivity();
        continuation.Id = null;
        Connector.On($"POST {Activities}", HttpStatusCode.Created, """{"id":"out"}""");
        var identity = new ClaimsIdentity([new Claim("aud", "app")]);
        var seen = new List<string>();

        await _fixture.Adapter.ContinueConversationAsync("app", continuation, SpeakAsync, default);
        await _fixture.Adapter.ContinueConversationAsync(identity, continuation, SpeakAsync, default);
        await _fixture.Adapter.ContinueConversationAsync(identity, continuation, "audience", SpeakAsync, default);

        seen.ShouldBe(["app ", "app ", "app audience"]);
        Connector.Requests.Count.ShouldBe(3);
        Connector.Requests[0].Body["recipient"]["id"].GetValue<string>().ShouldBe("29:ana");

        Task SpeakAsync(ITurnContext turn, CancellationToken token)
        {
            var caller = turn.TurnState.Get<ClaimsIdentity>(BotAdapter.BotIdentityKey);
            seen.Add($"{caller.FindFirst("aud")?.Value} {turn.TurnState.Get<string>(BotAdapter.OAuthScopeKey)}");
            return turn.SendActivityAsync("by myself", cancellationToken: token);
        }
    }

    [Fact]
    public async Task A_conversation_is_continued_by_its_reference()
    {
        var names = new List<string>();
        var identity = new ClaimsIdentity();

        await _fixture.Adapter.ContinueConversationAsync("app", Reference, NoteAsync, default);
        await _fixture.Adapter.ContinueConversationAsync(identity, Reference, NoteAsync, default);
        await _fixture.Adapter.ContinueConversationAsync(identity, Reference, "audience", NoteAsync, default);

        names.ShouldBe(Enumerable.Repeat(ActivityEventNames.ContinueConversation, 3));

        Task NoteAsync(ITurnContext turn, CancellationToken token)
        {
            names.Add(turn.Activity.Name);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_conversation_is_created_at_the_channel_and_then_spoken_in()
    {
        Connector
            .On("POST /_connector/v3/conversations", HttpStatusCode.Created, """{"id":"new;1","activityId":"first"}""")
            .On("POST /_connector/v3/conversations/new%3B1/activities/first", HttpStatusCode.Accepted);
        var parameters = new ConversationParameters(
            isGroup: false, bot: new("28:bot"), members: [new("29:ana")], tenantId: "t", activity: MessageFactory.Text("first"));

        await _fixture.Adapter.CreateConversationAsync(
            "app",
            "msteams",
            "http://localhost:56150/_connector",
            "audience",
            parameters,
            (turn, token) =>
            {
                (turn.Activity.Name, turn.Activity.Conversation.Id, turn.Activity.Conversation.TenantId)
                    .ShouldBe((ActivityEventNames.CreateConversation, "new;1", "t"));
                return turn.SendActivityAsync("second", cancellationToken: token);
            },
            default);

        Connector.Requests[0].Body["members"][0]["id"].GetValue<string>().ShouldBe("29:ana");
        Connector.Requests[0].Body["activity"]["text"].GetValue<string>().ShouldBe("first");
        Connector.Requests[1].Body["text"].GetValue<string>().ShouldBe("second");
    }

    [Fact]
    public async Task Members_are_asked_of_the_connector()
    {
        Connector
            .On($"GET {Conversation}/members", HttpStatusCode.OK, """[{"id":"29:ana","name":"Ana","email":"ana@x"}]""")
            .On($"GET {Conversation}/members/29%3Aana", HttpStatusCode.OK, """{"id":"29:ana","name":"Ana"}""")
            .On($"GET {Conversation}/pagedmembers?pageSize=2&continuationToken=a%26b", HttpStatusCode.OK, """{"continuationToken":"c","members":[{"id":"29:ana"}]}""");

        await _fixture.PostAsync(Incoming(), async (turn, token) =>
        {
            var conversations = turn.TurnState.Get<IConnectorClient>().Conversations;
            var id = turn.Activity.Conversation.Id;
            (await conversations.GetConversationMembersAsync(id, token)).ShouldHaveSingleItem().Name.ShouldBe("Ana");
            (await conversations.GetConversationMemberAsync("29:ana", id, token)).Name.ShouldBe("Ana");
            (await conversations.GetConversationPagedMembersAsync(id, 2, "a&b", token)).ContinuationToken.ShouldBe("c");
        });
    }

    [Fact]
    public async Task Without_a_service_address_only_sending_fails()
    {
        var nowhere = """{"type":"message","conversation":{"id":"c"}}""";

        (await _fixture.PostAsync(nowhere)).Status.ShouldBe(200);
        await Should.ThrowAsync<InvalidOperationException>(
            () => _fixture.PostAsync(nowhere, (turn, token) => turn.SendActivityAsync("x", cancellationToken: token)));
    }
}
