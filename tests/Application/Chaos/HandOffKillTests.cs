using System.Globalization;

namespace Hausmeister.ApplicationTests.Chaos;

/// <summary>
/// The bot is killed around five on Friday, while the hand-off begins and while Davi confirms it, and started again until it is through. A few kills of
/// a fixed seed here; HANDOFF_KILLS, HANDOFF_SEED and HANDOFF_ACCOUNT, a file, make it longer, another one, and written down.
/// </summary>
public sealed class HandOffKillTests(ITestOutputHelper output)
{
    private const int Seed = 20261127;

    [Fact]
    public async Task Each_hand_off_begins_once_and_nothing_of_it_is_lost()
    {
        var account = await HandOffKills.RunAsync(Setting("HANDOFF_SEED", Seed), Setting("HANDOFF_KILLS", 3));

        var table = account.Table();
        output.WriteLine(table);
        if (Environment.GetEnvironmentVariable("HANDOFF_ACCOUNT") is { } file)
            await File.AppendAllTextAsync(file, table + "\n\n");
        account.Faults.ShouldBeEmpty(table);
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
