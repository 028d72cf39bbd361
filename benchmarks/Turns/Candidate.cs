namespace Hausmeister.Benchmarks.Turns;

/// <summary>What is started and measured.</summary>
/// <param name="Beside">What it is compared with.</param>
internal sealed record Candidate(string Name, Func<Server> Start, Candidate? Beside = null)
{
    private readonly List<Run> runs = [];

    public IReadOnlyList<Run> Runs => runs;

    public void Add(Run run) => runs.Add(run);
}

/// <summary>A candidate from its start to its end.</summary>
/// <param name="Measured">By the number of conversations.</param>
/// <param name="FirstTurn">From the start of the process to the first answer.</param>
internal sealed record Run(IReadOnlyDictionary<int, Measurement> Measured, TimeSpan FirstTurn, double IdleMegabytes, double PeakMegabytes);
