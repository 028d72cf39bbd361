using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Domain.Pipeline;

/// <summary>Which stages wait for which, as the DAG's tasks do.</summary>
public static class StageLinks
{
    /// <returns>Of each stage, those that it waits for, near and far, in the order of the report.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Upstream(PipelineSettings settings, IReadOnlyList<TaskLinks> tasks)
    {
        var after = settings.Stages.ToDictionary(s => s.Name, s => After(s, tasks));
        return settings.Stages.ToDictionary(
            s => s.Name,
            IReadOnlyList<string> (s) => [.. settings.Stages.Where(other => other != s && TasksOf(s, tasks).Any(after[other.Name].Contains)).Select(other => other.Name)]);
    }

    public static bool IsOf(string node, string task) => task == node || task.StartsWith($"{node}.", StringComparison.Ordinal);

    private static HashSet<string> After(StageSettings stage, IReadOnlyList<TaskLinks> tasks)
    {
        var downstream = tasks.ToDictionary(t => t.Id, t => t.Downstream);
        var found = new HashSet<string>();
        var next = new Queue<string>(TasksOf(stage, tasks).SelectMany(t => downstream[t]));
        while (next.TryDequeue(out var task))
            if (found.Add(task))
                foreach (var further in downstream.GetValueOrDefault(task, []))
                    next.Enqueue(further);
        return found;
    }

    private static IEnumerable<string> TasksOf(StageSettings stage, IReadOnlyList<TaskLinks> tasks) =>
        tasks.Select(t => t.Id).Where(task => stage.Calculated.Concat(stage.Loaded).Any(node => IsOf(node, task)));
}
