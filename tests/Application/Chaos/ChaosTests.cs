using System.Globalization;

namespace Hausmeister.ApplicationTests.Chaos;

/// <summary>
/// The bot is killed again and again while people work with it: nothing that it took is forgotten, no issue is lost or made twice, every
/// promise is kept. A short run of a fixed seed here; <c>scripts/chaos</c> sets another seed and many more kills.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Seed = 20261125;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task At_kill_points_around_commits_sends_and_calls_to_the_tracker(bool isGitHub) => RunAsync(Setting("CHAOS_KILLS", 4), Ending.AtKillPoints, isGitHub);

    [Fact]
    public Task At_random_instants_of_the_product_as_it_is_built() => RunAsync(Setting("CHAOS_PLAIN_KILLS", 2), Ending.AtRandomInstants, isGitHub: true);

    private async Task RunAsync(int kills, Ending ending, bool isGitHub)
    {
        var account = await ChaosRun.RunAsync(Setting("CHAOS_SEED", Seed), kills, ending, isGitHub);
        var table = account.Table();
        output.WriteLine(table);
        if (Environment.GetEnvironmentVariable("CHAOS_ACCOUNT") is { } file)
            await File.AppendAllTextAsync(file, table + "\n\n");
        account.Faults.ShouldBeEmpty(table);
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
