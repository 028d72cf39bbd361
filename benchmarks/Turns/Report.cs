namespace Hausmeister.Benchmarks.Turns;

/// <summary>Writes what was measured as Markdown: of each figure the middle run, and the lowest and the highest.</summary>
internal static class Report
{
    public static void Write(string name, IReadOnlyList<Run> runs)
    {
        Console.WriteLine($"**{name}**: first turn {Of(r => r.FirstTurn.TotalSeconds)} s, resident then {Of(r => r.IdleMegabytes)} MB, at most {Of(r => r.PeakMegabytes)} MB\n");
        Console.WriteLine("| conversations | turns/s | median ms | p99 ms | CPU ms/turn | KB allocated/turn |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var count in runs[0].Measured.Keys.Order())
            Console.WriteLine(Row(count, [.. runs.Select(run => run.Measured[count])]));
        Console.WriteLine();

        Middle Of(Func<Run, double> figure) => Middle.Of(runs.Select(figure));
    }

    private static string Row(int conversations, IReadOnlyList<Measurement> measured)
    {
        return $"| {conversations} | {Of(m => m.TurnsPerSecond)} | {Of(m => m.MedianMilliseconds)} | {Of(m => m.P99Milliseconds)} | {Of(m => m.CpuMillisecondsPerTurn)} | {Of(m => m.KilobytesAllocatedPerTurn)} |";

        Middle Of(Func<Measurement, double> figure) => Middle.Of(measured.Select(figure));
    }
}
