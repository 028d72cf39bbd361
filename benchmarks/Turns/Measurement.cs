namespace Hausmeister.Benchmarks.Turns;

/// <summary>One run against one server.</summary>
internal sealed record Measurement(
    double TurnsPerSecond, double MedianMilliseconds, double P99Milliseconds, double CpuMillisecondsPerTurn, double KilobytesAllocatedPerTurn)
{
    public static Measurement Of(IReadOnlyList<double> latencies, TimeSpan elapsed, TimeSpan cpu, long allocated)
    {
        var sorted = latencies.Order().ToList();
        return new(
            sorted.Count / elapsed.TotalSeconds,
            sorted[sorted.Count / 2],
            sorted[(int)(sorted.Count * 0.99)],
            cpu.TotalMilliseconds / sorted.Count,
            allocated / 1024.0 / sorted.Count);
    }
}

/// <summary>The middle of several runs and how far they lie apart.</summary>
internal readonly record struct Middle(double Value, double Lowest, double Highest)
{
    public static Middle Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return new(sorted[sorted.Count / 2], sorted[0], sorted[^1]);
    }

    public override string ToString() => FormattableString.Invariant($"{Value:0.0#} ({Lowest:0.0#}–{Highest:0.0#})");
}
