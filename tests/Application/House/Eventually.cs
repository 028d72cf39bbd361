using System.Diagnostics;

namespace Hausmeister.ApplicationTests.House;

/// <summary>Waits for what another process does: looks again and again until a deadline.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan deadline, Func<string> otherwise)
    {
        for (var clock = Stopwatch.StartNew(); !await condition(); await Task.Delay(Pause))
            if (clock.Elapsed > deadline)
                throw new TimeoutException(otherwise());
    }

    /// <summary>The first value that is not null.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, Func<string> otherwise, TimeSpan? deadline = null)
        where T : class
    {
        T? found = null;
        await TrueAsync(async () => (found = await look()) is not null, deadline ?? Deadline, otherwise);
        return found!;
    }
}
