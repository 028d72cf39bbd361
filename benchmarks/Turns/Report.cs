namespace Hausmeister.Benchmarks.Turns;

/// <summary>
/// Writes what was measured as Markdown: of each figure the middle run, and the lowest and the highest; and beside it how many times that of
/// the candidate it is compared with, likewise run by run.
/// </summary>
internal static class Report
{
    private static readonly Figure<Run>[] OfRuns =
    [
        new("first answered turn, s after start", run => run.FirstTurn.TotalSeconds),
        new("resident when idle, MB", run => run.IdleMegabytes),
        new("resident at most, MB", run => run.PeakMegabytes),
    ];

    private static readonly Figure<Measurement>[] OfMeasurements =
    [
        new("turns/s", m => m.TurnsPerSecond),
        new("median, ms", m => m.Median),
        new("99th percentile, ms", m => m.Percentile99),
        new("CPU, ms/turn", m => m.CpuMillisecondsPerTurn),
        new("allocated, KB/turn", m => m.KilobytesAllocatedPerTurn),
        new("storage reads in a turn", m => m.PerTurn(m.Used.InTurns.Reads)),
        new("storage commits in a turn", m => m.PerTurn(m.Used.InTurns.Commits)),
        new("storage reads behind it", m => m.PerTurn(m.Used.BehindTurns.Reads)),
        new("storage commits behind it", m => m.PerTurn(m.Used.BehindTurns.Commits)),
        new("server busy, % of its core", m => m.PercentOfCore(m.Busy.Server), IsCompared: false),
        new("client busy, % of its core", m => m.PercentOfCore(m.Busy.Client), IsCompared: false),
        new("others busy, % of a core", m => m.PercentOfCore(m.Busy.Others), IsCompared: false),
    ];

    public static void Write(IReadOnlyList<Candidate> candidates)
    {
        Table("start and memory", candidates, OfRuns, run => run);
        foreach (var conversations in candidates[0].Runs[0].Measured.Keys.Order())
            Table($"{conversations} at once", candidates, OfMeasurements, run => run.Measured[conversations]);
    }

    private static void Table<T>(string name, IReadOnlyList<Candidate> candidates, Figure<T>[] figures, Func<Run, T> part)
    {
        Console.WriteLine($"| {name} | {string.Join(" | ", candidates.SelectMany(Heads))} |");
        Console.WriteLine($"|---|{string.Concat(candidates.SelectMany(Heads).Select(_ => "---|"))}");
        foreach (var figure in figures)
            Console.WriteLine($"| {figure.Name} | {string.Join(" | ", candidates.SelectMany(candidate => Cells(candidate, run => figure.Value(part(run)), figure.IsCompared)))} |");
        Console.WriteLine();
    }

    private static string[] Heads(Candidate candidate) => candidate.Beside is { } beside ? [candidate.Name, $"÷ {beside.Name}"] : [candidate.Name];

    private static IEnumerable<string> Cells(Candidate candidate, Func<Run, double> value, bool isCompared)
    {
        yield return Middle.Of(candidate.Runs.Select(value)).ToString();
        if (candidate.Beside is { } beside)
            yield return isCompared && beside.Runs.All(run => value(run) > 0) ? Middle.Of(candidate.Runs.Zip(beside.Runs, (one, other) => value(one) / value(other))).ToString() : "";
    }

    /// <param name="IsCompared">Its ratio says something.</param>
    private sealed record Figure<T>(string Name, Func<T, double> Value, bool IsCompared = true);
}
