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
    private const string Invalid = "Financial Reports read an invalid dataset";

    private readonly string squads = Directory.CreateTempSubdirectory("squads").FullName;
    private EmulatedSlack slack = null!;
    private BotProcess bot = null!;
    private IReadOnlyDictionary<string, string> ids = null!;
    private SlackHand hand = null!;

    public async ValueTask InitializeAsync()
    {
        slack = await EmulatedSlack.StartAsync();
        ids = await slack.IdsAsync();
        SquadFiles.WriteQuiet(
            squads, ("U0ANA", ids["ana"]), ("U0BRUNO", ids["bruno"]), ("U0CLARA", ids["clara"]), ("U0DAVI", ids["davi"]), ("C20GTK220", ids["announcements"]), ("C1SNEPL5P", ids["guild"]));
        bot = await BotProcess.StartAsync(new()
        {
            ["Clock:Start"] = "2026-11-26T10:00:00",
            ["Squads:Folder"] = squads,
            ["Slack:SigningSecret"] = Secret,
            ["Slack:BotToken"] = EmulatedSlack.Token,
            ["Slack:Teams"] = SlackHand.Team,
            ["Slack:ApiAddress"] = slack.Api.ToString(),
        });
        hand = new SlackHand(slack, ids["ana"], SendAsync, () => bot.Log);
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

        await hand.SayAsync(ana, $"p4 {Invalid}");
        var asked = await hand.UntilAsync(ana, message => SlackHand.ButtonOf(message, "Create P4") is not null);
        await hand.TapAsync(ana, asked, "Create P4");

        (await hand.UntilAsync(ana, message => SlackHand.ButtonOf(message, "Fixed") is not null))["text"]!.ToString().ShouldStartWith($"#1 P4 {Invalid}.");
        (await hand.UntilAsync(ids["guild"], _ => true))["text"]!.ToString().ShouldBe($"P4: #1 {Invalid}. Ana is on it.");
        SlackHand.ButtonOf(await hand.UntilAsync(clara, _ => true), "Pull in…").ShouldNotBeNull();
        var now = await hand.UntilAsync(ana, message => (string)message["ts"]! == (string)asked["ts"]! && SlackHand.ButtonOf(message, "Create P4") is null);
        now["text"]!.ToString().ShouldStartWith("Reviewed");
        bot.Lines.ShouldAllBe(line => !line.Contains("fail:") && !line.Contains(Secret) && !line.Contains(EmulatedSlack.Token));
    }

    [Fact]
    public async Task Nobody_is_heard_whom_Slack_did_not_sign()
    {
        var ana = await slack.DirectAsync(ids["ana"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new StringContent(hand.Message(ana, "who").ToJsonString()) };

        (await bot.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await bot.Http.GetAsync("/slack/events")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private async Task SendAsync(string door, JsonObject payload)
    {
        var body = door == "events" ? payload.ToJsonString() : $"payload={Uri.EscapeDataString(payload.ToJsonString())}";
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/slack/{door}") { Content = new StringContent(body) };
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.SignatureHeader, SlackSignature.Of(Secret, timestamp, Encoding.UTF8.GetBytes(body)));
        using var answer = await bot.Http.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
