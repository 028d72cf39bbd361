using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Pipeline;

/// <summary>From the tasks of a run to the lines of the report. A stage has exactly one state, and a failure hides behind none.</summary>
public static class StageReader
{
    /// <param name="upstream">Of each stage, those that it waits for; null while it is not known.</param>
    public static IReadOnlyList<Stage> Read(PipelineSettings settings, RunReading reading, IReadOnlyDictionary<string, IReadOnlyList<string>>? upstream)
    {
        var nodes = reading.Nodes.ToDictionary(n => n.Node);
        var stages = settings.Stages.Select(s => Read(s, nodes, reading.Run.HasEnded)).ToList();
        var failed = stages.Where(s => s.Failure is not null).Select(s => s.Name).ToList();
        return [.. stages.Select(s => s.HeldUp ? s with { WaitsFor = [.. failed.Intersect(upstream?.GetValueOrDefault(s.Name) ?? [])] } : s)];
    }

    /// <summary>The report of a run that nobody has made yet.</summary>
    public static IReadOnlyList<Stage> Unstarted(PipelineSettings settings) => [.. settings.Stages.Select(s => new Stage(s.Name, StageState.HasToBeCalculated))];

    private static Stage Read(StageSettings settings, Dictionary<string, NodeReading> nodes, bool runHasEnded)
    {
        var calculation = new Phase([.. settings.Calculated.Select(n => nodes[n])], runHasEnded);
        var loading = new Phase([.. settings.Loaded.Select(n => nodes[n])], runHasEnded);
        var present = calculation.IsDone ? loading : calculation;
        var failed = calculation.Failed > 0 ? calculation : loading;
        var isLoaded = calculation.IsDone && loading.IsDone;
        return new Stage(settings.Name, StateOf(calculation, isLoaded))
        {
            StartedAt = Earliest(calculation.StartedAt, loading.StartedAt),
            Since = calculation.IsDone ? loading.StartedAt ?? calculation.EndedAt : calculation.StartedAt,
            FinishedAt = isLoaded ? Latest(calculation.EndedAt, loading.EndedAt) : null,
            Failure = failed.Failed == 0 ? null : new StageFailure(failed.FailedAt ?? Instant.MinValue, failed.FailedTasks, failed.Failed, failed == loading),
            Moves = !isLoaded && present.Moves,
            HeldUp = !isLoaded && failed.Failed == 0 && present.HeldUp > 0,
            Missing = [.. settings.Calculated.Concat(settings.Loaded).Where(n => nodes[n].Total == 0)],
        };
    }

    private static StageState StateOf(Phase calculation, bool isLoaded) => calculation switch
    {
        _ when isLoaded => StageState.CalculatedAndLoaded,
        { IsDone: true } => StageState.BeingLoaded,
        { HasStarted: true, Moves: true } => StageState.BeingCalculated,
        _ => StageState.HasToBeCalculated,
    };

    private static Instant? Earliest(Instant? a, Instant? b) => a is { } first && b is { } second ? Instant.Min(first, second) : a ?? b;

    private static Instant? Latest(Instant? a, Instant? b) => a is { } first && b is { } second ? Instant.Max(first, second) : a ?? b;

    /// <summary>The nodes that calculate a stage together, or those that load it.</summary>
    private sealed record Phase(IReadOnlyList<NodeReading> Nodes, bool RunHasEnded)
    {
        public int Failed { get; } = Nodes.Sum(n => n.Failed);

        public int HeldUp { get; } = Nodes.Sum(n => n.HeldUp);

        public bool HasStarted { get; } = Nodes.Sum(n => n.Moving + n.Done + n.Failed) > 0;

        /// <summary>A node without a task that counts is never done: the stage would claim what nothing has made.</summary>
        public bool IsDone { get; } = Nodes.All(n => n.Total > 0 && n.Done == n.Total);

        public Instant? StartedAt { get; } = Nodes.Min(n => n.StartedAt);

        public Instant? EndedAt { get; } = Nodes.Max(n => n.EndedAt);

        public Instant? FailedAt { get; } = Nodes.Min(n => n.FailedAt);

        public IReadOnlyList<FailedTask> FailedTasks { get; } = [.. Nodes.SelectMany(n => n.FailedTasks ?? []).OrderBy(t => t.EndedAt).Take(NodeReading.MostFailedTasks)];

        /// <summary>Something is under way, or will be without anybody's help.</summary>
        public bool Moves => Nodes.Sum(n => n.Moving) > 0 || (Failed == 0 && HeldUp == 0 && !RunHasEnded);
    }
}
