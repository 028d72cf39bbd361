using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Ports;

/// <summary>
/// Reads the squad's nightly run. Every call may throw a <see cref="PipelineException"/>, and changes nothing.
/// A call with all of its requests ends within 40 seconds: a claim on a duty lasts longer.
/// </summary>
public interface IPipeline
{
    /// <summary>What is read is a recording that plays again, and no real run.</summary>
    bool IsRecording { get; }

    /// <summary>The DAG and its newest runs.</summary>
    /// <exception cref="PipelineException">Also where there is no such DAG: an empty list of runs means that it has none yet.</exception>
    Task<DagLook> LookAsync(PipelineSettings settings, CancellationToken cancellationToken);

    /// <summary>One consistent reading of the run's tasks, counted by the nodes of the stages.</summary>
    /// <exception cref="PipelineException">Also where the run is gone, or the list of its tasks never adds up.</exception>
    Task<RunReading> ReadAsync(PipelineSettings settings, PipelineRun run, CancellationToken cancellationToken);

    /// <summary>The DAG's tasks and which ones follow each.</summary>
    Task<IReadOnlyList<TaskLinks>> TasksAsync(PipelineSettings settings, CancellationToken cancellationToken);

    /// <summary>The page with the run, for people.</summary>
    Uri PageOf(PipelineSettings settings, PipelineRun run);

    /// <summary>The page with the log of the try, for people.</summary>
    Uri LogOf(PipelineSettings settings, PipelineRun run, FailedTask task);
}

/// <param name="Paused">Nothing is scheduled until somebody lets it go on.</param>
/// <param name="NextDue">When the next scheduled run is due, which the scheduler has not made yet; null where it has no schedule.</param>
/// <param name="Runs">Those that count, by when they were due, newest first; at most ten.</param>
public sealed record DagLook(bool Paused, Instant? NextDue, IReadOnlyList<PipelineRun> Runs);

public enum RunState
{
    Queued,
    Running,
    Success,
    Failed,
}

/// <param name="Id">Airflow's own id of the run.</param>
/// <param name="Due">When it was due: <c>run_after</c>, on Airflow 2 the end of its data interval.</param>
public sealed record PipelineRun(string Id, Instant Due, RunState State, Instant? StartedAt, Instant? EndedAt)
{
    public bool HasEnded => State is RunState.Success or RunState.Failed;
}

/// <param name="Nodes">One for each node of the settings, in their order; one that the DAG does not have counts no task.</param>
/// <param name="Others">The tasks that belong to no stage, together.</param>
public sealed record RunReading(PipelineRun Run, IReadOnlyList<NodeReading> Nodes, NodeReading Others);

/// <summary>The tasks of a node, counted by their <see cref="TaskProgress"/>.</summary>
/// <param name="HeldUp">Something before them failed.</param>
/// <param name="StartedAt">When the first of them started.</param>
/// <param name="EndedAt">When the last of those that are done ended.</param>
/// <param name="FailedAt">When the first of those that have failed ended.</param>
/// <param name="FailedTasks">The first ones that failed, at most <see cref="MostFailedTasks"/>.</param>
public sealed record NodeReading(
    string Node,
    int NotStarted,
    int Moving,
    int Done,
    int Failed,
    int HeldUp,
    Instant? StartedAt = null,
    Instant? EndedAt = null,
    Instant? FailedAt = null,
    IReadOnlyList<FailedTask>? FailedTasks = null)
{
    public const int MostFailedTasks = 10;

    /// <summary>What counts: all but the removed ones.</summary>
    public int Total => NotStarted + Moving + Done + Failed + HeldUp;
}

/// <summary>A task that failed and has no try left.</summary>
/// <param name="MapIndex">Which one of a mapped task; -1 where it is not mapped.</param>
/// <param name="Try">The try that failed, from 1.</param>
public sealed record FailedTask(string Id, int MapIndex, int Try, int MostTries, Instant? StartedAt, Instant? EndedAt)
{
    /// <summary>The page with the log of the try, for people.</summary>
    public Uri? Log { get; init; }
}

/// <param name="Downstream">The ids of the tasks that wait for it.</param>
public sealed record TaskLinks(string Id, IReadOnlyList<string> Downstream);

/// <summary>The run could not be read. The message is one sentence for people, without secrets, that says what to do: "Airflow does not answer in time."</summary>
public sealed class PipelineException(string message, Exception? inner = null) : Exception(message, inner);
