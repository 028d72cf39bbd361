using System.Diagnostics;
using Hausmeister.Tests;

namespace Hausmeister.ApplicationTests.House;

/// <summary>Waits for what another process does: looks again and again until a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        for (var clock = Stopwatch.StartNew(); !await condition(); await Task.Delay(Pause))
            if (clock.Elapsed > Waiting.Longest)
                throw new TimeoutException(otherwise());
    }

    /// <summary>The first value that is not null.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, Func<string> otherwise)
        where T : class
    {
        T? found = null;
        await TrueAsync(async () => (found = await look()) is not null, otherwise);
        return found!;
    }
}
