using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>The bot is killed around nine, when the post goes out: it stands there once, and the next life edits it in its place.</summary>
public sealed class DagPostKillTests
{
    private const string Announcements = "announcements";

    [Fact]
    public async Task Ten_seconds_before_the_post_is_due_and_again_once_it_stands_there()
    {
        await using var bot = await BotProcess.StartAsync(new() { ["Clock:Start"] = "2026-11-26T08:50:00-03:00", ["Squads:Folder"] = SquadFiles.Sample });
        var ana = await ChatWindow.OpenAsync(bot, "ana");
        await ana.ReadsAsync("This goes out at 09:00");
        await bot.ClockToAsync("2026-11-26T08:59:50");
        (await ana.MessagesAsync(Announcements)).ShouldBeEmpty();
        await bot.RestartHardAsync();

        // Nobody steps here: the clock itself comes to nine.
        var post = await PostAsync(ana, "are being calculated (failed 03:12)");
        await ana.ReadsAsync("Posted 09:00");
        await bot.RestartHardAsync();
        await bot.ClockToAsync("2026-11-26T09:45:00");
        (await PostAsync(ana, "Financial Reports are 3 h 45 late.")).ShouldBe(post);
        (await ana.ShownAsync()).Count(shown => shown.Contains("Posted 09:00")).ShouldBe(1);
    }

    /// <summary>Waits until the announcements read so.</summary>
    /// <returns>The id of the only message there.</returns>
    private static async Task<string> PostAsync(ChatWindow window, string text)
    {
        await window.ReadsAsync(text, Announcements);
        return (string)(await window.MessagesAsync(Announcements)).ShouldHaveSingleItem()["id"]!;
    }
}
