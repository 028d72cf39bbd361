using Hausmeister.Benchmarks.Inside;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>One run against one server, with one number of conversations.</summary>
/// <param name="Latencies">Of the turns, in milliseconds, the shortest first.</param>
/// <param name="Elapsed">From the first turn's beginning to the last one's end, like <paramref name="Busy"/>.</param>
/// <param name="Cpu">The server's, until all was done that the turns left to do, like <paramref name="Used"/>.</param>
internal sealed record Measurement(IReadOnlyList<double> Latencies, TimeSpan Elapsed, BusyTime Busy, TimeSpan Cpu, Usage Used)
{
    public int Turns => Latencies.Count;

    public double TurnsPerSecond => Turns / Elapsed.TotalSeconds;

    public double Median => Latencies[Turns / 2];

    public double Percentile99 => Latencies[(int)(Turns * 0.99)];

    public double CpuMillisecondsPerTurn => Cpu.TotalMilliseconds / Turns;

    public double KilobytesAllocatedPerTurn => PerTurn(Used.Allocated) / 1024;

    public double PerTurn(double sum) => sum / Turns;

    public double PercentOfCore(TimeSpan busy) => 100 * (busy / Elapsed);
}

/// <summary>The middle of several runs and how far they lie apart.</summary>
internal readonly record struct Middle(double Value, double Lowest, double Highest)
{
    public static Middle Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return new(sorted[sorted.Count / 2], sorted[0], sorted[^1]);
    }

    public override string ToString() => FormattableString.Invariant($"{Text(Value)} ({Text(Lowest)}–{Text(Highest)})");

    private static string Text(double value) => FormattableString.Invariant(value switch
    {
        >= 100 => $"{value:0}",
        >= 10 => $"{value:0.0}",
        >= 0.1 or 0 => $"{value:0.00}",
        _ => $"{value:0.0000}",
    });
}
