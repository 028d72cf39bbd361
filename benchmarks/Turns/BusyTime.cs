using System.Globalization;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>How long this machine's cores were busy, and with what.</summary>
/// <param name="Client">With this process: client and connector.</param>
/// <param name="Machine">With all.</param>
internal sealed record BusyTime(TimeSpan Server, TimeSpan Client, TimeSpan Machine)
{
    /// <summary>What of all was neither: it spoils the figures.</summary>
    public TimeSpan Others => Machine - Server - Client;

    public static BusyTime Of(Server server) => new(server.Cpu, Environment.CpuUsage.TotalTime, OfMachine());

    public static BusyTime operator -(BusyTime after, BusyTime before) =>
        new(after.Server - before.Server, after.Client - before.Client, after.Machine - before.Machine);

    /// <summary>The first line of <c>/proc/stat</c> in hundredths of a second: user, nice, system, idle, waiting for the disk, interrupts, and the rest.</summary>
    private static TimeSpan OfMachine()
    {
        var times = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9].Select(t => long.Parse(t, CultureInfo.InvariantCulture)).ToList();
        return TimeSpan.FromSeconds((times.Sum() - times[3] - times[4]) / 100.0);
    }
}
