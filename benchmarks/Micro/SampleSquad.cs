using Hausmeister.Bot.Configuration;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Benchmarks.Micro;

/// <summary>The sample squad that the bot brings with it.</summary>
internal static class SampleSquad
{
    public static Squad Value { get; } = Load();

    private static Squad Load()
    {
        var problems = new Problems();
        var squads = SquadFolder.Load(Path.Combine(AppContext.BaseDirectory, "squads"), problems);
        problems.ThrowIfAny();
        return squads[0];
    }
}
