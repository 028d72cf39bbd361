using NodaTime;

namespace Hausmeister.Domain.Squads;

/// <summary>The squad's nightly run, and when its state is told.</summary>
/// <param name="DagId">The DAG's id in Airflow.</param>
/// <param name="CountsManualRuns">Runs that somebody triggered by hand count as well as scheduled ones.</param>
/// <param name="PostAt">When the state is posted each day, in the squad's zone. A run serves the morning of the first such time at or after it is due.</param>
/// <param name="PreviewBefore">How long before it the one on duty hears of what is abnormal.</param>
/// <param name="Stages">The lines of the report, in their order; at least one, each with a name of its own.</param>
public sealed record PipelineSettings(string DagId, bool CountsManualRuns, LocalTime PostAt, Duration PreviewBefore, IReadOnlyList<StageSettings> Stages)
{
    /// <summary>Every node that some stage names, each once.</summary>
    public IReadOnlyList<string> Nodes => [.. Stages.SelectMany(s => s.Calculated.Concat(s.Loaded)).Distinct()];
}

/// <summary>A line of the report. A node is a task's id or that of a task group.</summary>
/// <param name="Calculated">The nodes that calculate it; at least one.</param>
/// <param name="Loaded">The nodes that load it; none where nothing loads it.</param>
/// <param name="Target">When it is to be finished, in the squad's zone: the first such time after the run is due.</param>
/// <param name="ExternalSla">When somebody outside of the squad waits for it; later than that it is told at any hour.</param>
public sealed record StageSettings(string Name, IReadOnlyList<string> Calculated, IReadOnlyList<string> Loaded, LocalTime Target, LocalTime? ExternalSla);
