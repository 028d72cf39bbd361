namespace Hausmeister.Domain.Pipeline;

/// <summary>What a task's state means for its stage.</summary>
public enum TaskProgress
{
    /// <summary>It does not count.</summary>
    NotCounted,

    NotStarted,

    /// <summary>It has started and goes on by itself.</summary>
    Moving,

    Done,

    /// <summary>It has started, failed and has no try left.</summary>
    Failed,

    /// <summary>Something before it failed; it has not started.</summary>
    HeldUp,
}

/// <summary>Airflow's states of a task instance (<c>airflow.utils.state.TaskInstanceState</c> of 2.11 and 3.3), and what each means. docs/pipeline.md has the same table.</summary>
public static class TaskStates
{
    /// <summary>Each state by its name in Airflow. One of a later Airflow, which is not in here, moves: it is neither done nor failed.</summary>
    public static IReadOnlyDictionary<string, TaskProgress> Table { get; } = new Dictionary<string, TaskProgress>
    {
        ["success"] = TaskProgress.Done,
        ["skipped"] = TaskProgress.Done,
        ["removed"] = TaskProgress.NotCounted,
        ["failed"] = TaskProgress.Failed,
        ["upstream_failed"] = TaskProgress.HeldUp,
        // For the first time; see ProgressOf.
        ["scheduled"] = TaskProgress.NotStarted,
        ["queued"] = TaskProgress.NotStarted,
        ["running"] = TaskProgress.Moving,
        ["restarting"] = TaskProgress.Moving,
        ["up_for_retry"] = TaskProgress.Moving,
        ["up_for_reschedule"] = TaskProgress.Moving,
        ["deferred"] = TaskProgress.Moving,
    };

    /// <param name="state">Null: Airflow has not looked at the task yet, or somebody cleared it.</param>
    /// <param name="ranBefore">It has had a try, or a part of one: a sensor that was rescheduled, a task that was deferred. Such a one is on its way again.</param>
    public static TaskProgress ProgressOf(string? state, bool ranBefore) => state switch
    {
        null => TaskProgress.NotStarted,
        "scheduled" or "queued" when ranBefore => TaskProgress.Moving,
        _ => Table.GetValueOrDefault(state, TaskProgress.Moving),
    };
}
