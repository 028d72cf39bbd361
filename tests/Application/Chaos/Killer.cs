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
internal sealed class Killer(BotProcess bot, Dictionary<string, string> settings, Account account, Ending ending, int seed)
{
    /// <summary>Some lives end while they begin, and some are long enough for several triages.</summary>
    private const int LongestLifeInPoints = 90;

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
        settings["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "Hausmeister.KillPoints.dll");
        settings["KILL_AT"] = random.Next(1, LongestLifeInPoints).ToString(CultureInfo.InvariantCulture);
        settings["KILL_REPORT"] = report;
        bot.Begin();
        await bot.EndAsync();
        File.Exists(report).ShouldBeTrue($"The bot ended by itself:\n{bot.Log}");
        var point = await File.ReadAllTextAsync(report);
        File.Delete(report);
        return point;
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
