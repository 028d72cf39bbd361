using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>The morning of a night that failed on Teams: Microsoft's Agents Playground shows what the built bot posts and edits.</summary>
public sealed class DagInPlaygroundTests
{
    [Fact]
    public async Task The_post_appears_once_in_the_announcements_and_changes_in_its_place()
    {
        await using var bot = await BotProcess.StartAsync(new() { ["Clock:Start"] = "2026-11-26T08:56:00-03:00", ["Squads:Folder"] = SquadFiles.Sample });
        await using var bruno = await Playground.StartAsync(bot, "bruno", PlaygroundConfig.Announcements);
        await bruno.OpenAsync(PlaygroundConfig.Announcements);
        await bruno.MentionAsync("who", PlaygroundConfig.Announcements);
        await bruno.ReadsAsync("Hausmeister until");

        await bot.ClockToAsync("2026-11-26T09:00:00");
        var post = await bruno.ReadsAsync("are being calculated (failed 03:12)");
        post.Conversation.ShouldStartWith(PlaygroundConfig.Announcements);
        post.Text.ShouldContain("DAG for Thu 26 Nov (due Wed 23:00)");
        RefreshOf(post)["verb"]!.ToString().ShouldBe("dag.refresh");
        RefreshOf(post)["type"]!.ToString().ShouldBe("Action.Execute");

        await bot.ClockToAsync("2026-11-26T11:25:00");
        var later = await bruno.ReadsAsync("**Financial Reports** were calculated and loaded");
        (later.Conversation, later.Id).ShouldBe((post.Conversation, post.Id));
        await bruno.TapAsync("dag.refresh");
        later = await bruno.ReadsAsync("**Financial Reports** were calculated and loaded");
        (later.Conversation, later.Id).ShouldBe((post.Conversation, post.Id));
        later.Text.ShouldContain("Seen 11:2");

        await bot.ClockToAsync("2026-11-26T15:15:00");
        var last = await bruno.ReadsAsync("Complete 15:05");
        (last.Conversation, last.Id).ShouldBe((post.Conversation, post.Id));
        CardOf(last).ContainsKey("refresh").ShouldBeFalse("nothing of it changes any more");
        bruno.Shown().Count(message => message.Text.Contains("DAG for Thu 26 Nov")).ShouldBe(1);
    }

    private static JsonObject RefreshOf(ScreenMessage message) => CardOf(message)["refresh"]!["action"]!.AsObject();

    private static JsonObject CardOf(ScreenMessage message) => message.Content["attachments"]![0]!["content"]!.AsObject();
}
