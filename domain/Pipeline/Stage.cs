using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Domain.Pipeline;

/// <summary>How far a stage is, the least first.</summary>
public enum StageState
{
    HasToBeCalculated,
    BeingCalculated,
    BeingLoaded,
    CalculatedAndLoaded,
}

/// <summary>A line of the report as it was seen.</summary>
public sealed record Stage(string Name, StageState State)
{
    /// <summary>When its first task started; null: none has.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>Since when it is in its state: its first task's start, or that of its loading. Null where it has not started.</summary>
    public Instant? Since { get; init; }

    /// <summary>When it was loaded; null before that.</summary>
    public Instant? FinishedAt { get; init; }

    /// <summary>What failed in it; null: nothing has.</summary>
    public StageFailure? Failure { get; init; }

    /// <summary>Something in it goes on by itself.</summary>
    public bool Moves { get; init; }

    /// <summary>The stages whose trouble it waits for; where it is held up by a task of no stage, <see cref="HeldUp"/> is true and this is empty.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>It cannot start, or not go on, since something before it failed.</summary>
    public bool HeldUp { get; init; }

    /// <summary>Nodes that the squad's file names and the DAG does not have.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public bool IsLoaded => State == StageState.CalculatedAndLoaded;
}

/// <param name="At">When the first of its tasks failed.</param>
/// <param name="Tasks">The first ones, at most <see cref="NodeReading.MostFailedTasks"/>.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="InLoading">It was calculated, and loading failed.</param>
public sealed record StageFailure(Instant At, IReadOnlyList<FailedTask> Tasks, int Count, bool InLoading);

/// <summary>How long a stage usually takes, of the last days on which it was loaded.</summary>
/// <param name="Takes">The median of the last days, from its first task's start to its end; null with fewer than three.</param>
/// <param name="Yesterday">When it was loaded the day before; null: it was not.</param>
public sealed record StageUsual(string Name, Duration? Takes, Instant? Yesterday);
