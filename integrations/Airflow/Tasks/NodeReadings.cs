using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Integrations.Airflow.Tasks;

/// <summary>From tasks to the nodes that they belong to.</summary>
internal static class NodeReadings
{
    /// <param name="groups">Tasks that belong to a node whose name they do not carry.</param>
    public static RunReading Of(PipelineRun run, IReadOnlyList<string> nodes, RunTally tally, IReadOnlyDictionary<string, string> groups)
    {
        var byNode = tally.Tasks.ToLookup(task => NodeOf(task.Id, nodes) ?? groups.GetValueOrDefault(task.Id));
        return new(run, [.. nodes.Select(node => Sum(node, byNode[node]))], Sum("", byNode[null]));
    }

    /// <summary>The node itself, or the innermost group of those that the task is in: its id begins with theirs. Null: none of them.</summary>
    public static string? NodeOf(string taskId, IReadOnlyList<string> nodes) => nodes
        .Where(node => taskId.StartsWith(node, StringComparison.Ordinal) && (taskId.Length == node.Length || taskId[node.Length] == '.'))
        .MaxBy(node => node.Length);

    private static NodeReading Sum(string node, IEnumerable<TaskTally> tasks)
    {
        TaskTally[] all = [.. tasks];
        return new(
            node,
            all.Sum(task => task.Count(TaskProgress.NotStarted)),
            all.Sum(task => task.Count(TaskProgress.Moving)),
            all.Sum(task => task.Count(TaskProgress.Done)),
            all.Sum(task => task.Count(TaskProgress.Failed)),
            all.Sum(task => task.Count(TaskProgress.HeldUp)),
            all.Min(task => task.StartedAt),
            all.Max(task => task.EndedAt),
            all.Min(task => task.FailedAt),
            FirstFailed(all));
    }

    private static IReadOnlyList<FailedTask>? FirstFailed(TaskTally[] tasks)
    {
        FailedTask[] first = [.. tasks.SelectMany(task => task.Failed).Order(Comparer<FailedTask>.Create(TaskTally.Compare)).Take(NodeReading.MostFailedTasks)];
        return first.Length == 0 ? null : first;
    }
}
