using System.Net;
using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;
using Hausmeister.Tests.Slack;

namespace Hausmeister.ApplicationTests;

/// <summary>The built bot in Socket Mode: nobody calls it, and it speaks with a Slack that nobody here wrote.</summary>
public sealed class SocketModeTests : IAsyncLifetime
{
    private const string Empty = "The ledger is empty since Tuesday";

    private readonly string squads = Directory.CreateTempSubdirectory("squads").FullName;
    private EmulatedSlack slack = null!;
    private SocketModeSlack door = null!;
    private BotProcess bot = null!;
    private FakeSocket socket = null!;
    private SlackHand ana = null!;
    private IReadOnlyDictionary<string, string> ids = null!;
    private int envelopes;

    public async ValueTask InitializeAsync()
    {
        slack = await EmulatedSlack.StartAsync();
        door = await SocketModeSlack.StartAsync(slack.Api);
        ids = await slack.IdsAsync();
        SquadFiles.WriteQuiet(squads, ("U0ANA", ids["ana"]), ("U0CLARA", ids["clara"]), ("C20GTK220", ids["announcements"]), ("C1SNEPL5P", ids["guild"]));
        bot = await BotProcess.StartAsync(new()
        {
            ["Clock:Start"] = "2026-11-26T10:00:00",
            ["Squads:Folder"] = squads,
            ["Slack:AppToken"] = SocketModeSlack.AppToken,
            ["Slack:BotToken"] = EmulatedSlack.Token,
            ["Slack:Teams"] = SlackSender.Team,
            ["Slack:ApiAddress"] = door.Api.ToString(),
        });
        socket = await door.NextAsync();
        ana = new SlackHand(slack, ids["ana"], BringAsync, () => bot.Log);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await door.DisposeAsync();
        await slack.DisposeAsync();
        Directory.Delete(squads, recursive: true);
    }

    [Fact]
    public async Task A_triage_becomes_an_issue_while_Slack_renews_the_connection_and_a_stop_says_farewell()
    {
        var place = await slack.DirectAsync(ids["ana"]);
        await ana.SayAsync(place, $"triage {Empty}");
        await ana.TapAsync(place, await ana.UntilAsync(place, message => SlackHand.ButtonOf(message, "A service issue") is not null), "A service issue");
        var asked = await ana.UntilAsync(place, message => SlackHand.ButtonOf(message, "P3") is not null);

        await socket.DisconnectAsync("refresh_requested");
        var first = socket;
        socket = await door.NextAsync();
        await ana.TapAsync(place, asked, "P3");
        await ana.TapAsync(place, await ana.UntilAsync(place, message => SlackHand.ButtonOf(message, "Create") is not null), "Create");

        (await ana.UntilAsync(place, message => SlackHand.ButtonOf(message, "Fixed") is not null))["text"]!.ToString().ShouldStartWith($"#1 P3 {Empty}.");
        await first.Over;
        using var nobody = await bot.Http.PostAsync("/slack/events", content: null);
        nobody.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await bot.StopAsync()).ShouldBe(0);
        await socket.Over;
        socket.Farewell.ShouldBe(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure);
        bot.Lines.ShouldAllBe(line => !line.Contains("fail:") && !line.Contains("warn: Hausmeister.Bot.Channels") && !line.Contains("xapp-") && !line.Contains(EmulatedSlack.Token) && !line.Contains("ticket"));
    }

    private async Task BringAsync(string door, JsonObject payload)
    {
        var id = $"envelope-{++envelopes}";
        await socket.SendAsync(id, door == "events" ? "events_api" : "interactive", payload);
        (await socket.HeardAsync()).ToJsonString().ShouldBe($$"""{"envelope_id":"{{id}}"}""");
    }
}
