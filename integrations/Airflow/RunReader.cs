using System.Net;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.Airflow.Tasks;

namespace Hausmeister.Integrations.Airflow;

/// <summary>One consistent reading of a run and its tasks.</summary>
/// <param name="pause">Before it is read again.</param>
internal sealed class RunReader(AirflowApi api, AirflowVersion version, PipelineSettings pipeline, TimeSpan pause)
{
    private const int MostReadings = 3;

    /// <remarks>
    /// The rows are of one moment, and the run is the same before and after: one that ends in between, or is cleared, would be shown with the rows of before, and nobody would look again.
    /// </remarks>
    public async Task<RunReading> ReadAsync(PipelineRun run, CancellationToken cancellationToken)
    {
        var lists = new TaskLists(api, version, pipeline.DagId, run.Id);
        for (var (reading, before) = (1, run); ; reading++)
        {
            try
            {
                var (tasks, after) = await ReadOnceAsync(lists, run.Id, cancellationToken);
                if (tasks.AddsUp && after == before) return await ByNodesAsync(after, tasks, lists, cancellationToken);
                if (reading == MostReadings) throw AirflowFailure.DoesNotAddUp();
                before = after;
            }
            catch (IOException) when (reading < MostReadings)
            {
                // The answer broke off.
            }
            await Task.Delay(pause, cancellationToken);
        }
    }

    // The run last: Airflow 2 has an empty list of tasks for one that it does not know.
    private async Task<(RunTally Tasks, PipelineRun Run)> ReadOnceAsync(TaskLists lists, string runId, CancellationToken cancellationToken)
    {
        try
        {
            var tasks = await lists.AllAsync(cancellationToken);
            var run = await api.GetAsync(version, AirflowApi.RunPath(pipeline.DagId, runId), AirflowJson.Default.RunAnswer, cancellationToken);
            return (tasks, run.ToRun());
        }
        catch (AirflowRefusal e) when (e.Status == HttpStatusCode.NotFound)
        {
            throw AirflowFailure.RunIsGone(runId, e);
        }
    }

    private async Task<RunReading> ByNodesAsync(PipelineRun run, RunTally tasks, TaskLists lists, CancellationToken cancellationToken)
    {
        if (tasks.Rows == 0) throw AirflowFailure.NoTasks(run.Id);
        return NodeReadings.Of(run, pipeline.Nodes, tasks, await lists.OfGroupsAsync(pipeline.Nodes, tasks, cancellationToken));
    }
}
