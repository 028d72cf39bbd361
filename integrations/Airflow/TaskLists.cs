using System.Net;
using Hausmeister.Integrations.Airflow.Tasks;

namespace Hausmeister.Integrations.Airflow;

/// <summary>The lists of a run's task instances.</summary>
internal sealed class TaskLists(AirflowApi api, AirflowVersion version, string dagId, string runId)
{
    // All at once: Airflow 2's list has no order, and its pages shift while tasks move. A server may give fewer.
    private const int PageLimit = 100_000;

    public Task<RunTally> AllAsync(CancellationToken cancellationToken) => PagesAsync(
        offset => api.StreamAsync(version, "dags/~/dagRuns/~/taskInstances/list", new([dagId], [runId], PageLimit, offset == 0 ? null : offset), cancellationToken),
        cancellationToken);

    /// <summary>Nodes whose name no task carries may be groups without a prefix, which Airflow 3 can be asked for.</summary>
    /// <returns>Their tasks, each with its node; none of a node that the DAG does not have.</returns>
    public async Task<IReadOnlyDictionary<string, string>> OfGroupsAsync(IReadOnlyList<string> nodes, RunTally run, CancellationToken cancellationToken)
    {
        Dictionary<string, string> groups = [];
        if (version == AirflowVersion.Two) return groups;
        var byNode = run.Tasks.ToLookup(task => NodeReadings.NodeOf(task.Id, nodes));
        foreach (var node in nodes.Where(node => !byNode.Contains(node)))
        {
            var tasks = await OfGroupAsync(node, cancellationToken);
            // An Airflow that does not know the parameter answers with all.
            if (tasks.Total == run.Total) continue;
            foreach (var task in tasks.Tasks) groups.TryAdd(task.Id, node);
        }
        return groups;
    }

    private async Task<RunTally> OfGroupAsync(string node, CancellationToken cancellationToken)
    {
        var list = $"{AirflowApi.RunPath(dagId, runId)}/taskInstances?task_group_id={Uri.EscapeDataString(node)}&limit=100";
        try
        {
            return await PagesAsync(offset => api.StreamAsync(version, $"{list}&offset={offset}", cancellationToken), cancellationToken);
        }
        catch (AirflowRefusal e) when (e.Status == HttpStatusCode.NotFound)
        {
            return new();
        }
    }

    private static async Task<RunTally> PagesAsync(Func<int, Task<HttpResponseMessage>> page, CancellationToken cancellationToken)
    {
        var tally = new RunTally();
        int before;
        do
        {
            before = tally.Rows;
            using var response = await page(before);
            await using var rows = await response.Content.ReadAsStreamAsync(cancellationToken);
            await TaskListStream.ReadAsync(rows, tally, cancellationToken);
        }
        while (tally.Rows < tally.Total && tally.Rows > before);
        return tally;
    }
}
