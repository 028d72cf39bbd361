using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>Without a token the issues are in the bot's own file, and the same holds for them.</summary>
public sealed class EmbeddedTrackerTests(ConnectorHouse house) : IClassFixture<ConnectorHouse>
{
    [Fact]
    public async Task A_power_failure_as_soon_as_the_tap_is_acknowledged_makes_one_issue_each_time()
    {
        var ana = await ChatWindow.OpenAsync(house.Bot, "ana");
        string[] titles = ["Mains hum", "Lamps flicker", "Breakers trip"];
        foreach (var title in titles)
        {
            await ana.SayAsync($"p4 {title}");
            await ana.TapAsync("triage.create");
            await house.Bot.RestartHardAsync();
        }

        foreach (var title in titles)
            await Eventually.TrueAsync(async () => (await ana.ShownAsync()).Any(shown => shown.Contains("[#") && shown.Contains(title)), () => $"No card shows the number of {title}:\n{house.Bot.Log}");
        var page = await house.OpenIssuesAsync();
        titles.ShouldAllBe(title => page.Split(title).Length == 2);
    }
}
