using System.Diagnostics;
using System.Globalization;

namespace Hausmeister.KillPoints;

/// <summary>Ends the process at one of the kill points that it passes, as hard as a loss of power would.</summary>
internal static class Reaper
{
    /// <summary>How the names of the kill points that count begin.</summary>
    private static readonly string Point = Environment.GetEnvironmentVariable("KILL_POINT") ?? "";

    /// <summary>The number of the one at which it ends, counted from the start of the process; without it nothing is killed.</summary>
    private static readonly int At = int.TryParse(Environment.GetEnvironmentVariable("KILL_AT"), CultureInfo.InvariantCulture, out var at) ? at : int.MaxValue;

    private static int passed;

    /// <param name="point">Its name, as the account shows it.</param>
    public static void Pass(string point)
    {
        if (!point.StartsWith(Point, StringComparison.Ordinal) || Interlocked.Increment(ref passed) != At)
            return;
        File.WriteAllText(Environment.GetEnvironmentVariable("KILL_REPORT")!, point);
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
