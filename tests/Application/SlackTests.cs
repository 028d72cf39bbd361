using System.Net;
using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>The built bot's doors for Slack, and what only Slack has. What people do on every channel is in the table of Channels.</summary>
public sealed class SlackTests : IAsyncLifetime
{
    private readonly string squads = Directory.CreateTempSubdirectory("squads").FullName;
    private EmulatedSlack slack = null!;
    private BotProcess bot = null!;
    private SlackSender sender = null!;
    private IReadOnlyDictionary<string, string> ids = null!;

    public async ValueTask InitializeAsync()
    {
        slack = await EmulatedSlack.StartAsync();
        ids = await slack.IdsAsync();
        SquadFiles.WriteQuiet(squads, EmulatedSlack.SquadChanges(ids));
        bot = await BotProcess.StartAsync(new(EmulatedSlack.BotSettings(slack.Api)) { ["Clock:Start"] = "2026-11-26T10:00:00", ["Squads:Folder"] = squads });
        sender = new SlackSender(bot);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
        Directory.Delete(squads, recursive: true);
    }

    [Fact]
    public async Task A_threads_first_message_is_what_a_bare_mention_in_it_is_about()
    {
        var root = (string)(await slack.CallAsync("chat.postMessage", new() { ["channel"] = ids["guild"], ["text"] = "Contracts has duplicated rows" }))["ts"]!;

        await sender.SendAsync("events", SlackSender.Message(ids["ana"], ids["guild"], "hausmeister, triage", "1764162000.000100", root).ToJsonString());

        var ana = await slack.DirectAsync(ids["ana"]);
        await Eventually.GetAsync(
            async () => (await slack.HistoryAsync(ana)).FirstOrDefault(message => message["blocks"]?.ToJsonString().Contains("Contracts has duplicated rows", StringComparison.Ordinal) == true), () => bot.Log);
        NothingWentWrong();
    }

    [Fact]
    public async Task The_slash_command_is_answered_to_one_person_and_their_page_is_made()
    {
        await sender.SendAsync("commands", $"command=%2Fhausmeister&text=who&user_id={ids["ana"]}&channel_id={ids["guild"]}&team_id={SlackSender.Team}&trigger_id=1.2.3");
        await sender.SendAsync("events", SlackSender.Event(new() { ["type"] = "app_home_opened", ["user"] = ids["ana"], ["tab"] = "home" }).ToJsonString());

        await SeenAsync($"tab=messages&channel={ids["guild"]}", "Ana is Hausmeister until Fri 27 Nov 17:00");
        await SeenAsync("tab=views", "app home");
        (await slack.HistoryAsync(ids["guild"])).ShouldBeEmpty();
        NothingWentWrong();
    }

    [Fact]
    public async Task The_help_channels_topic_says_who_is_on_duty_after_what_stood_there()
    {
        await Eventually.TrueAsync(async () => await TopicAsync() != "Ask us here", () => bot.Log);

        (await TopicAsync()).ShouldBe("Ask us here | Hausmeister: Ana until Fri 27 Nov 17:00 · Level 2: Clara");

        async Task<string> TopicAsync() => (string)(await slack.CallAsync("conversations.info", new() { ["channel"] = ids["help"] }))["channel"]!["topic"]!["value"]!;
    }

    [Fact]
    public async Task Nobody_is_heard_whom_Slack_did_not_sign()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new StringContent(SlackSender.Message(ids["ana"], "D0ANA", "who", "1764162000.000100").ToJsonString()) };

        (await bot.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await bot.Http.GetAsync("/slack/events")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private void NothingWentWrong() => bot.Lines.ShouldAllBe(line => !line.Contains("warn: Hausmeister.Bot.Channels.Slack") && !line.Contains("fail:"));

    /// <summary>On a page on which the emulator shows what it keeps: its API tells nobody what only one person sees.</summary>
    private Task SeenAsync(string page, string words) => Eventually.TrueAsync(
        async () => (await slack.PageAsync(page)).Contains(words, StringComparison.Ordinal), () => $"{page} does not show {words}. The bot wrote:\n{bot.Log}");
}
