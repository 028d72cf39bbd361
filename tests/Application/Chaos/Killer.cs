using System.Globalization;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests.Chaos;

/// <summary>How the process is to end.</summary>
internal enum Ending
{
    /// <summary>By itself, at a kill point around one of its ports.</summary>
    AtKillPoints,

    /// <summary><c>kill -9</c> of the product as it is built, at random instants.</summary>
    AtRandomInstants,
}

/// <summary>Lets the bot live and ends it hard, again and again, by a schedule that a seed makes.</summary>
/// <param name="points">Other kill points than those of people at work.</param>
internal sealed class Killer(
    BotProcess bot, Dictionary<string, string> settings, Account account, Ending ending, int seed, IReadOnlyList<(string Point, int Most)>? points = null)
{
    /// <summary>
    /// Each kind as often as each other: what is rare, as the creation of an issue is, would else hardly ever be met. The number is how many of them a life passes at most; some
    /// lives so end while they begin, and some are long enough for several triages.
    /// </summary>
    public static readonly IReadOnlyList<(string Point, int Most)> Points = [("a commit", 40), ("a wake-up's change", 40), ("the tracker's CreateAsync", 2), ("the tracker's", 12), ("a send", 10)];

    /// <summary>By then a life's kill point should have come.</summary>
    public TimeSpan LongestLife { get; init; } = TimeSpan.FromSeconds(20);

    private const int LongestLifeInMilliseconds = 2_000;

    private readonly Random random = new(seed);
    private readonly string report = Path.Combine(bot.Folder, "killed-at");

    public async Task KillAsync(int times)
    {
        for (var i = 0; i < times; i++)
            account.Killed(await (ending == Ending.AtKillPoints ? AtKillPointAsync() : AtRandomInstantAsync()));
        settings.Remove("DOTNET_STARTUP_HOOKS");
        await bot.StartAgainAsync();
    }

    private async Task<string> AtKillPointAsync()
    {
        var all = points ?? Points;
        var (point, most) = all[random.Next(all.Count)];
        settings["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "Hausmeister.KillPoints.dll");
        settings["KILL_POINT"] = $"{(random.Next(2) == 0 ? "before" : "after")} {point}";
        settings["KILL_AT"] = random.Next(1, most + 1).ToString(CultureInfo.InvariantCulture);
        settings["KILL_REPORT"] = report;
        bot.Begin();
        var endsByItself = await EndsByItselfAsync();
        if (!File.Exists(report))
        {
            endsByItself.ShouldBeFalse($"The bot ended at no kill point:\n{bot.Log}");
            return "as its kill point did not come";
        }

        var met = await File.ReadAllTextAsync(report);
        File.Delete(report);
        return met;
    }

    private async Task<bool> EndsByItselfAsync()
    {
        try
        {
            await bot.EndAsync().WaitAsync(LongestLife);
            return true;
        }
        catch (TimeoutException)
        {
            await bot.KillAsync();
            return false;
        }
    }

    private async Task<string> AtRandomInstantAsync()
    {
        // Some while it starts, most while it works.
        if (random.Next(4) == 0)
            bot.Begin();
        else
            await bot.StartAgainAsync();
        await Task.Delay(random.Next(LongestLifeInMilliseconds));
        await bot.KillAsync();
        return "at a random instant";
    }
}
