using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>The Bot Framework's door of the built bot, with raw activities and a connector that keeps every delivery.</summary>
public sealed class BotFrameworkTests(ConnectorHouse house) : IClassFixture<ConnectorHouse>
{
    private readonly TeamsPerson ana = house.Ana();

    [Fact]
    public async Task An_activity_that_comes_again_has_one_effect_and_is_answered_once()
    {
        foreach (var words in new[] { "p4 Resent at each step", "details Twice", "create" })
        {
            var message = ana.Message(words);
            await ana.SendAsync(message);
            var answered = ana.Reads().Count(IsNew);
            await ana.SendAsync(message);
            ana.Reads().Count(IsNew).ShouldBe(answered);
        }

        await ana.ReadsAsync("I ask for news at");
        (await house.OpenIssuesAsync()).Split("Resent at each step").Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_invoke_that_comes_again_gets_the_same_answer()
    {
        await ana.SayAsync("triage The taps come twice");
        var tap = await ana.TapAsync("triage.service");
        var answer = await ana.SendAsync(tap);
        answer.ShouldContain("application/vnd.microsoft.card.adaptive");
        await ana.ReadsAsync("How urgent is it?");
        var read = ana.Reads().Count;
        (await ana.SendAsync(tap)).ShouldBe(answer);
        ana.Reads().Count.ShouldBe(read);
        await ana.SayAsync("cancel");
    }

    [Fact]
    public async Task Who_expects_the_replies_in_the_answer_gets_them_there_and_nowhere_else()
    {
        var message = ana.Message("who");
        message["deliveryMode"] = "expectReplies";
        var answer = JsonNode.Parse(await ana.SendAsync(message));
        CardView.Texts(answer!["activities"]![0]).ShouldContain("Ana");
        ana.Reads().ShouldBeEmpty();
    }

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
    public async Task What_is_no_activity_is_refused_with_a_reason_however_often_it_comes(string body)
    {
        var log = house.Bot.Log;
        for (var i = 0; i < 3; i++)
        {
            using var answer = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"));
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldNotBeNullOrWhiteSpace();
        }
        house.Bot.Log[log.Length..].ShouldNotContain("fail:");
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
    [InlineData(2_000_000, false)]
    [InlineData(2_000_000, true)]
    public async Task A_body_without_end_is_refused_with_a_reason(int length, bool chunked)
    {
        var body = Json(Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{new string('x', length)}}"}"""));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await house.Bot.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Headers.ConnectionClose.ShouldBe(true, "else the next request goes into a connection that is about to end");
        (await answer.Content.ReadAsStringAsync()).ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Any_other_method_is_answered_405_without_a_word_in_the_log(string method)
    {
        var log = house.Bot.Log;
        using var answer = await house.Bot.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/messages"));
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        Trouble(log).ShouldBeEmpty();
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
        var (read, log) = (ana.Reads().Count, house.Bot.Log);
        var more = JsonNode.Parse(extra)!.AsObject();
        var activity = ana.Activity((string)more["type"]!);
        foreach (var (name, value) in more)
            activity[name] = value?.DeepClone();

        await ana.SendAsync(activity);

        ana.Reads().Count.ShouldBe(read);
        Trouble(log).ShouldBeEmpty();
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
    public async Task What_a_connector_that_is_away_did_not_take_comes_later_once_and_in_order()
    {
        house.Connector.IsAway = true;
        var message = ana.Message("triage The connector is away");
        await ana.SendAsync(message);
        await ana.SayAsync("2");
        ana.Reads().ShouldBeEmpty();
        house.Connector.IsAway = false;
        await ana.SendAsync(message);
        Asked().ShouldBe(["What is it?", "How urgent is it?"]);
        await ana.SayAsync("cancel");
        Asked().ShouldBe(["What is it?", "How urgent is it?"]);
        ana.Reads().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_message_that_comes_again_while_the_connector_is_slow_is_answered_once()
    {
        house.Connector.Hold();
        var message = ana.Message("who");
        var first = ana.SendAsync(message);
        await ana.ReadsAsync("Ana");
        var again = ana.SendAsync(message);
        house.Connector.Release();
        await Task.WhenAll(first, again);
        ana.Reads().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_tap_is_answered_before_a_slow_connector_has_taken_what_is_said_besides()
    {
        await ana.SayAsync("triage The taps are quick");
        var tap = await ana.TapAsync("triage.service");
        house.Connector.Hold();
        (await ana.SendAsync(tap)).ShouldContain("application/vnd.microsoft.card.adaptive");
        await ana.ReadsAsync("How urgent is it?");
        house.Connector.Release();
        await ana.SendAsync(tap);
        await ana.SayAsync("cancel");
        Asked().ShouldBe(["What is it?", "How urgent is it?"]);
    }

    [Fact]
    public async Task What_was_committed_and_not_sent_when_the_power_failed_is_sent_at_the_next_start()
    {
        house.Connector.IsAway = true;
        await ana.SayAsync("triage The power fails");
        await house.Bot.KillAsync();
        house.Connector.IsAway = false;
        await house.Bot.StartAgainAsync();
        await ana.ReadsAsync("What is it?");
        await ana.SayAsync("2");
        Asked().ShouldBe(["What is it?", "How urgent is it?"]);
        await ana.SayAsync("cancel");
    }

    [Fact]
    public async Task Each_tap_twice_then_a_power_failure_and_the_tap_again_make_one_issue()
    {
        const string Title = "Sandcastles crumble";
        await ana.SayAsync($"triage {Title}");
        foreach (var verb in new[] { "triage.service", "triage.p3", "triage.create" })
        {
            var (tap, other) = (await ana.TapAsync(verb), await ana.TapAsync(verb));
            await Task.WhenAll(ana.SendAsync(tap), ana.SendAsync(tap), ana.SendAsync(other));
            await house.Bot.RestartHardAsync();
            await ana.SendAsync(tap);
        }

        await ana.ReadsAsync("I ask for news at");
        (await house.OpenIssuesAsync()).Split(Title).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_card_of_an_issue_that_was_quicker_than_its_message_shows_the_number(bool killed)
    {
        var title = $"Quicker than its message {killed}";
        await ana.SayAsync($"p4 {title}");
        house.Connector.IsAway = true;
        var create = ana.Message("create");
        await ana.SendAsync(create);
        await Eventually.TrueAsync(async () => (await house.OpenIssuesAsync()).Contains(title), Eventually.Deadline, () => house.Bot.Log);
        house.Connector.IsAway = false;
        if (killed)
            await house.Bot.RestartHardAsync();
        else
            await ana.SendAsync(create);
        await ana.ReadsAsync("Creating the issue");
        (await ana.ReadsAsync("I ask for news at")).Method.ShouldBe("PUT");
    }

    [Fact]
    public async Task People_s_text_of_any_kind_goes_through_and_comes_back_harmless()
    {
        const string Nasty = "<script>alert(1)</script> <at>everyone</at> שלום 👩‍👩‍👧 [x](javascript:1) `${1}`";
        await ana.SayAsync($"p4 {Nasty}");
        (await ana.ReadsAsync("Create this P4?")).Text.ShouldContain("👩‍👩‍👧");
        await ana.SayAsync("cancel");
        await ana.SayAsync("p4 " + new string('x', 100_000));
        ana.Reads().Last(IsNew).Text.Length.ShouldBeLessThan(28_000);
        await ana.SayAsync("cancel");
    }

    private static bool IsNew(Delivery delivery) => delivery.Method == "POST";

    private IEnumerable<string> Asked() => ana.Reads().SelectMany(delivery => delivery.Text.Split('\n')).Where(line => line.EndsWith(" it?", StringComparison.Ordinal));

    private IEnumerable<string> Trouble(string before) => house.Bot.Log[before.Length..].Split('\n').Where(line => line.Contains("warn:") || line.Contains("fail:"));

    private Task<HttpResponseMessage> PostAsync(HttpContent content) => house.Bot.Http.PostAsync("/api/messages", content);

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new("application/json") } };
}
