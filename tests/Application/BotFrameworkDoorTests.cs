using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;
using Hausmeister.Tests;

namespace Hausmeister.ApplicationTests;

/// <summary>What comes to the Bot Framework's door of the built bot and is no turn, or only just.</summary>
public sealed class BotFrameworkDoorTests(ConnectorHouse house) : IClassFixture<ConnectorHouse>
{
    private readonly TeamsPerson ana = house.Ana();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":"message","from":"ana"}""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message","serviceUrl":"file:///etc/passwd"}""")]
    [InlineData("""{"type":"message"}{"type":"message"}""")]
    [InlineData("""{"type":"message","text":nulsecret}""")]
    [InlineData("""{"type":"message","value":{"secret":[{"x":trsecret}]}}""")]
    public async Task What_is_no_activity_is_refused_with_a_reason_however_often_it_comes(string body)
    {
        var log = await house.LogAsync();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"));
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldNotBeNullOrWhiteSpace();
        }
        (await house.LogAsync())[log.Length..].ShouldNotContain(line => line.Contains("fail:") || line.Contains("secret"));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_and_nesting_without_end_are_refused()
    {
        using var noText = await PostAsync(Json([.. """{"type":"message","text":" """u8, 0xC3, 0x28, .. "\"}"u8]));
        noText.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var deep = await PostAsync(Json(Encoding.UTF8.GetBytes($$"""{"type":"message","value":{{new string('[', 5_000)}}{{new string(']', 5_000)}}}""")));
        deep.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(300_000, false)]
    [InlineData(300_000, true)]
    [InlineData(16_000_000, false)]
    public async Task A_long_body_is_refused_with_a_reason(int length, bool chunked)
    {
        var body = Json(Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{new string('x', length)}}"}"""));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await house.Bot.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Headers.ConnectionClose.ShouldBe(true, "else the next request goes into a connection that is about to end");
        (await answer.Content.ReadAsStringAsync()).ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Whoever_sends_a_body_without_end_is_hung_up_on()
    {
        using var sender = new TcpClient();
        await sender.ConnectAsync(house.Bot.Address.Host, house.Bot.Address.Port);
        var stream = sender.GetStream();
        await stream.WriteAsync("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string(' ', 0x10000)}\r\n");

        using var patience = new CancellationTokenSource(Waiting.Longest);
        await Should.ThrowAsync<IOException>(async () =>
        {
            while (true)
                await stream.WriteAsync(chunk, patience.Token);
        });
    }

    /// <summary>Each was found by scripts/fuzz, and each made a turn fail.</summary>
    [Theory]
    [InlineData("""{"value":{"verb":"\ud800","id":"1"}}""")]
    [InlineData("""{"value":{"\udc00":1,"verb":"triage.p4"}}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"triage.p4","data":{"title":"\ud83d"}}}}""")]
    [InlineData("""{"conversation":{"id":"a:room","isGroup":true},"text":"who","entities":[{"type":"mention","mentioned":"28:hausmeister"}]}""")]
    [InlineData("""{"conversation":{"id":"a:room","isGroup":true},"text":"who","entities":[{"type":"mention","mentioned":{"id":["28:hausmeister"]}}]}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":""}]}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[null]}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"29:x"}],"channelData":{"team":{"id":" "}}}""")]
    [InlineData("""{"conversation":{"id":"a:half","new":["\ud800"]},"text":"who"}""")]
    [InlineData("""{"conversation":{"id":" "},"text":"who"}""")]
    [InlineData("""{"from":{"id":"\t"},"text":"who"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"29:x"}],"channelData":"none"}""")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"29:x"}],"channelData":{"tenant":{"id":5}}}""")]
    public async Task What_cannot_be_read_makes_no_turn_fail(string spoilt)
    {
        // No tree holds half a character; of a member that comes twice the second counts.
        var body = $"{ana.Activity("message").ToJsonString()[..^1]},{spoilt[1..]}";

        using var answer = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"));

        ((int)answer.StatusCode).ShouldBeLessThan(500);
        (await house.LogAsync()).ShouldNotContain(line => line.Contains("fail:"));
        await ana.SayAsync("who");
        await ana.ReadsAsync("Ana is Hausmeister");
    }

    [Fact]
    public async Task A_text_longer_than_anybody_can_write_is_refused_without_its_words_in_the_log()
    {
        using var answer = await ana.PostAsync(ana.Message("secret" + new string('x', 50_000)));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var log = await house.LogAsync();
        log.ShouldContain(line => line.Contains("longer than 50000 characters"));
        log.ShouldNotContain(line => line.Contains("secret"));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("channelId")]
    [InlineData("replyToId")]
    [InlineData("from")]
    [InlineData("conversation")]
    public async Task What_has_an_id_without_end_is_not_let_in(string part)
    {
        var message = ana.Message("triage Nobody's");
        var id = "secret" + new string('x', 400);
        message[part] = part is "from" or "conversation" ? new JsonObject { ["id"] = id } : id;

        await ana.SendAsync(message);

        ana.Reads().ShouldBeEmpty();
        var log = await house.LogAsync();
        log.ShouldContain(line => line.Contains("an id in it is longer"));
        log.ShouldNotContain(line => line.Contains("secret"));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Any_other_method_is_answered_405_without_a_word_in_the_log(string method)
    {
        var log = await house.LogAsync();
        using var answer = await house.Bot.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/messages"));
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await TroubleAsync(log)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""")]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"messageUpdate","text":"triage An edited message","channelData":{"eventType":"editMessage"}}""")]
    [InlineData("""{"type":"messageDelete","channelData":{"eventType":"softDeleteMessage"}}""")]
    [InlineData("""{"type":"endOfConversation"}""")]
    [InlineData("""{"type":"event","name":"application/vnd.microsoft.readReceipt","value":{"lastReadMessageId":"1"}}""")]
    [InlineData("""{"type":"somethingNew","value":[1,2]}""")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"29:bruno"}]}""")]
    [InlineData("""{"type":"conversationUpdate","channelData":{"eventType":"teamRenamed"}}""")]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""")]
    public async Task What_is_nobody_s_turn_is_taken_quietly(string extra)
    {
        await ana.SayAsync("triage The title as it was");
        var (read, log) = (ana.Reads().Count, await house.LogAsync());
        var more = JsonNode.Parse(extra)!.AsObject();
        var activity = ana.Activity((string)more["type"]!);
        foreach (var (name, value) in more)
            activity[name] = value?.DeepClone();

        await ana.SendAsync(activity);

        ana.Reads().Count.ShouldBe(read);
        (await TroubleAsync(log)).ShouldBeEmpty();
        await ana.SayAsync("2");
        (await ana.ReadsAsync("How urgent is it?")).Text.ShouldNotContain("An edited message");
        await ana.SayAsync("cancel");
    }

    [Theory]
    [InlineData("serviceUrl")]
    [InlineData("from")]
    [InlineData("conversation")]
    [InlineData("channelId")]
    [InlineData("recipient")]
    [InlineData("id")]
    public async Task A_message_without_one_of_its_parts_breaks_nothing(string part)
    {
        var message = ana.Message("who");
        message.Remove(part);
        using var answer = await ana.PostAsync(message);
        ((int)answer.StatusCode).ShouldBeLessThan(500);
        await ana.SayAsync("who");
        await ana.ReadsAsync("Ana");
    }

    [Fact]
    public async Task Nobody_speaks_here_as_a_member_of_the_web_chat()
    {
        var window = await ChatWindow.OpenAsync(house.Bot, "ana");
        var message = ana.Message("triage Somebody pretends");
        message["channelId"] = "webchat";
        message["from"] = new JsonObject { ["id"] = "ana" };
        message["conversation"] = new JsonObject { ["id"] = "data-infra.me.ana" };

        await ana.SendAsync(message);

        await window.SayAsync("who");
        await window.ReadsAsync("Ana is Hausmeister");
        (await window.ShownAsync()).ShouldNotContain(shown => shown.Contains("Somebody pretends"));
        (await house.LogAsync()).ShouldContain(line => line.Contains("it says that it comes from the web chat"));
    }

    [Fact]
    public async Task Nobody_speaks_here_as_somebody_in_Slack()
    {
        var message = ana.Message("triage Somebody pretends");
        message["channelId"] = "slack";
        message["from"] = new JsonObject { ["id"] = "U0ANA" };

        await ana.SendAsync(message);

        (await house.LogAsync()).ShouldContain(line => line.Contains("it says that it comes from Slack"));
    }

    [Fact]
    public async Task What_could_not_be_answered_is_not_taken()
    {
        var message = ana.Message("triage Where to?");
        message.Remove("serviceUrl");

        await ana.SendAsync(message);

        await ana.SayAsync("cases");
        (await ana.ReadsAsync("open case")).Text.ShouldNotContain("What is it?");
        (await house.LogAsync()).ShouldContain(line => line.Contains("it has no serviceUrl"));
    }

    [Fact]
    public async Task People_s_text_of_any_kind_goes_through_and_comes_back_harmless()
    {
        const string Nasty = "<script>alert(1)</script> <at>everyone</at> שלום 👩‍👩‍👧 [x](javascript:1) `${1}`";
        await ana.SayAsync($"p4 {Nasty}");
        (await ana.ReadsAsync("Create this P4?")).Text.ShouldContain("👩‍👩‍👧");
        await ana.SayAsync("cancel");
        await ana.SayAsync("p4 " + new string('x', 49_997));
        ana.Reads()[^1].Text.Length.ShouldBeLessThan(28_000);
        await ana.SayAsync("cancel");
    }

    private async Task<IEnumerable<string>> TroubleAsync(string[] before) =>
        (await house.LogAsync())[before.Length..].Where(line => line.Contains("warn:") || line.Contains("fail:"));

    private Task<HttpResponseMessage> PostAsync(HttpContent content) => house.Bot.Http.PostAsync("/api/messages", content);

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new("application/json") } };
}
