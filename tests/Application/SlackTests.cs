using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;
using Hausmeister.Bot.Channels.Slack;

namespace Hausmeister.ApplicationTests;

/// <summary>The built bot and a Slack that nobody here wrote.</summary>
public sealed class SlackTests : IAsyncLifetime
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Team = "T000000001";
    private const string Invalid = "Financial Reports read an invalid dataset";

    private readonly string squads = Directory.CreateTempSubdirectory("squads").FullName;
    private EmulatedSlack slack = null!;
    private BotProcess bot = null!;
    private IReadOnlyDictionary<string, string> ids = null!;
    private int said;

    public async ValueTask InitializeAsync()
    {
        slack = await EmulatedSlack.StartAsync();
        ids = await slack.IdsAsync();
        SquadFiles.WriteQuiet(
            squads, ("\"C0XRWDYQ2\",\"C1SNEPL5P\",\"C06F04CH1\"", $"\"{ids["help"]}\""), ("U0ANA", ids["ana"]), ("U0BRUNO", ids["bruno"]), ("U0CLARA", ids["clara"]), ("U0DAVI", ids["davi"]), ("C20GTK220", ids["announcements"]), ("C1SNEPL5P", ids["guild"]));
        bot = await BotProcess.StartAsync(new()
        {
            ["Clock:Start"] = "2026-11-26T10:00:00",
            ["Squads:Folder"] = squads,
            ["Slack:SigningSecret"] = Secret,
            ["Slack:BotToken"] = EmulatedSlack.Token,
            ["Slack:Teams"] = Team,
            ["Slack:ApiAddress"] = slack.Api.ToString(),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
        Directory.Delete(squads, recursive: true);
    }

    [Fact]
    public async Task A_P4_is_told_to_Level_2_and_the_guild_and_the_tapped_card_becomes_its_answer()
    {
        var (ana, clara) = (await slack.DirectAsync(ids["ana"]), await slack.DirectAsync(ids["clara"]));

        await SayAsync(ana, $"p4 {Invalid}");
        var asked = await UntilAsync(ana, message => ButtonOf(message, "Create P4") is not null);
        await TapAsync(ana, asked, "Create P4");

        (await UntilAsync(ana, message => ButtonOf(message, "Fixed") is not null))["text"]!.ToString().ShouldStartWith($"#1 P4 {Invalid}.");
        (await UntilAsync(ids["guild"], _ => true))["text"]!.ToString().ShouldBe($"P4: #1 {Invalid}. Ana is on it.");
        ButtonOf(await UntilAsync(clara, _ => true), "Pull in…").ShouldNotBeNull();
        var now = await UntilAsync(ana, message => (string)message["ts"]! == (string)asked["ts"]! && ButtonOf(message, "Create P4") is null);
        now["text"]!.ToString().ShouldStartWith("Reviewed");
        bot.Lines.ShouldAllBe(line => !line.Contains("fail:") && !line.Contains(Secret) && !line.Contains(EmulatedSlack.Token));
    }

    [Fact]
    public async Task A_threads_first_message_is_what_a_bare_mention_in_it_is_about()
    {
        var root = (string)(await slack.CallAsync("chat.postMessage", new() { ["channel"] = ids["guild"], ["text"] = "Contracts has duplicated rows" }))["ts"]!;

        await SendAsync("events", Message(ids["guild"], "hausmeister, triage", root).ToJsonString());

        var ana = await slack.DirectAsync(ids["ana"]);
        var asked = await UntilAsync(ana, message => ButtonOf(message, "A service issue") is not null);
        asked["blocks"]!.ToJsonString().ShouldContain("Contracts has duplicated rows");
        bot.Lines.ShouldAllBe(line => !line.Contains("warn: Hausmeister.Bot.Channels.Slack") && !line.Contains("fail:"));
    }

    [Fact]
    public async Task The_slash_command_is_answered_to_one_person_and_their_page_is_made()
    {
        await SendAsync("commands", $"command=%2Fhausmeister&text=who&user_id={ids["ana"]}&channel_id={ids["guild"]}&team_id={Team}&trigger_id=1.2.3");
        await SendAsync("events", new JsonObject { ["type"] = "event_callback", ["team_id"] = Team, ["event"] = new JsonObject { ["type"] = "app_home_opened", ["user"] = ids["ana"], ["tab"] = "home" } }.ToJsonString());

        await SeenAsync($"tab=messages&channel={ids["guild"]}", "Ana is Hausmeister until Fri 27 Nov 17:00");
        await SeenAsync("tab=views", "app home");
        (await slack.HistoryAsync(ids["guild"])).ShouldBeEmpty();
        bot.Lines.ShouldAllBe(line => !line.Contains("warn: Hausmeister.Bot.Channels.Slack") && !line.Contains("fail:"));
    }

    [Fact]
    public async Task The_help_channels_topic_says_who_is_on_duty_after_what_stood_there()
    {
        await Eventually.TrueAsync(async () => await TopicAsync() != "Ask us here", TimeSpan.FromSeconds(30), () => bot.Log);

        (await TopicAsync()).ShouldBe("Ask us here | Hausmeister: Ana until Fri 27 Nov 17:00 · Level 2: Clara");

        async Task<string> TopicAsync() => (string)(await slack.CallAsync("conversations.info", new() { ["channel"] = ids["help"] }))["channel"]!["topic"]!["value"]!;
    }

    [Fact]
    public async Task Nobody_is_heard_whom_Slack_did_not_sign()
    {
        var ana = await slack.DirectAsync(ids["ana"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new StringContent(Message(ana, "who").ToJsonString()) };

        (await bot.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await bot.Http.GetAsync("/slack/events")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private Task SayAsync(string channel, string text) => SendAsync("events", Message(channel, text).ToJsonString());

    private JsonObject Message(string channel, string text, string? thread = null) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = Team,
        ["event"] = new JsonObject { ["type"] = "message", ["channel"] = channel, ["channel_type"] = "im", ["user"] = ids["ana"], ["text"] = text, ["ts"] = $"{1_764_162_000 + ++said}.000100", ["thread_ts"] = thread },
    };

    private Task TapAsync(string channel, JsonObject message, string label)
    {
        var button = ButtonOf(message, label).ShouldNotBeNull();
        var tap = new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = Team },
            ["user"] = new JsonObject { ["id"] = ids["ana"] },
            ["trigger_id"] = "1.2.3",
            ["container"] = new JsonObject { ["type"] = "message", ["channel_id"] = channel, ["message_ts"] = (string)message["ts"]! },
            ["actions"] = new JsonArray(new JsonObject
            {
                ["type"] = "button",
                ["action_id"] = (string)button["action_id"]!,
                ["action_ts"] = $"{1_764_162_000 + ++said}.000200",
                ["value"] = (string)button["value"]!,
            }),
        };
        return SendAsync("interactivity", $"payload={Uri.EscapeDataString(tap.ToJsonString())}");
    }

    private async Task SendAsync(string door, string body)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/slack/{door}") { Content = new StringContent(body) };
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.SignatureHeader, SlackSignature.Of(Secret, timestamp, Encoding.UTF8.GetBytes(body)));
        using var answer = await bot.Http.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>On a page on which the emulator shows what it keeps: its API tells nobody what only one person sees.</summary>
    private Task SeenAsync(string page, string words) => Eventually.TrueAsync(
        async () => (await slack.PageAsync(page)).Contains(words, StringComparison.Ordinal), TimeSpan.FromSeconds(30), () => $"{page} does not show {words}. The bot wrote:\n{bot.Log}");

    private Task<JsonObject> UntilAsync(string channel, Func<JsonObject, bool> isIt) => Eventually.GetAsync(
        async () => (await slack.HistoryAsync(channel)).FirstOrDefault(isIt), () => $"No such message in {channel}. The bot wrote:\n{bot.Log}");

    private static JsonObject? ButtonOf(JsonObject message, string label) =>
        Buttons(message["blocks"]).FirstOrDefault(button => (string?)button["text"]?["text"] == label);

    private static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonObject o when (o["type"] as JsonValue)?.ToString() == "button" => [o],
        JsonObject o => o.SelectMany(member => Buttons(member.Value)),
        JsonArray a => a.SelectMany(Buttons),
        _ => [],
    };
}
