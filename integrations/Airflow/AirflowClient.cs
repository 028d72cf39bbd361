using System.Net;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.Airflow.Tasks;
using Hausmeister.Integrations.Http;

namespace Hausmeister.Integrations.Airflow;

/// <summary>The nightly run in Airflow 2 or 3, through its REST API.</summary>
internal sealed class AirflowClient(AirflowApi api, AirflowSettings settings, HttpTimeouts timeouts, bool isRecording = false) : IPipeline
{
    private const int Readings = 3;

    public bool IsRecording => isRecording;

    public Uri PageOf(PipelineSettings pipeline, PipelineRun run) => AirflowPages.OfRun(settings.Root, api.Presumed, pipeline.DagId, run.Id);

    public Uri LogOf(PipelineSettings pipeline, PipelineRun run, FailedTask task) => AirflowPages.OfLog(settings.Root, api.Presumed, pipeline.DagId, run.Id, task);

    /// <remarks>The DAG first: Airflow 2 has an empty list of runs for one that it does not know.</remarks>
    public Task<DagLook> LookAsync(PipelineSettings pipeline, CancellationToken cancellationToken) =>
        CallAsync(pipeline.DagId, async (version, cancel) =>
        {
            var dag = await api.GetAsync(version, DagPath(pipeline.DagId), AirflowJson.Default.DagAnswer, cancel);
            return new DagLook(dag.IsPaused ?? false, dag.NextDue, await new RunList(api, version, pipeline).NewestAsync(cancel));
        }, cancellationToken);

    public Task<IReadOnlyList<TaskLinks>> TasksAsync(PipelineSettings pipeline, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<TaskLinks>>(pipeline.DagId, async (version, cancel) =>
        {
            var answer = await api.GetAsync(version, DagPath(pipeline.DagId) + "/tasks", AirflowJson.Default.TasksAnswer, cancel);
            return [.. answer.Tasks.Select(task => new TaskLinks(task.TaskId, task.DownstreamTaskIds))];
        }, cancellationToken);

    /// <remarks>
    /// The rows are of one moment, and the run is the same before and after: else one that ends in between, or is cleared, would be shown with rows of before, and nobody would look again.
    /// </remarks>
    public Task<RunReading> ReadAsync(PipelineSettings pipeline, PipelineRun run, CancellationToken cancellationToken) =>
        CallAsync(pipeline.DagId, async (version, cancel) =>
        {
            var tasks = new TaskLists(api, version, pipeline.DagId, run.Id);
            for (var (reading, before) = (1, run); ; reading++)
            {
                try
                {
                    var tally = await tasks.ReadAsync(cancel);
                    var after = await RunAsync(version, pipeline.DagId, run.Id, cancel);
                    if (tally.AddsUp && after == before) return await ToReadingAsync(after, tally, tasks, pipeline.Nodes, cancel);
                    if (reading == Readings) throw AirflowFailure.DoesNotAddUp();
                    before = after;
                }
                catch (IOException) when (reading < Readings)
                {
                    // It broke off in the middle.
                }
                await Task.Delay(timeouts.Pause, cancel);
            }
        }, cancellationToken);

    private static async Task<RunReading> ToReadingAsync(PipelineRun run, RunTally tally, TaskLists tasks, IReadOnlyList<string> nodes, CancellationToken cancellationToken)
    {
        if (tally.Rows == 0) throw AirflowFailure.NoTasks(run.Id);
        return NodeReadings.Of(run, nodes, tally, await tasks.OfGroupsAsync(nodes, tally, cancellationToken));
    }

    private async Task<PipelineRun> RunAsync(AirflowVersion version, string dagId, string runId, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.GetAsync(version, RunPath(dagId, runId), AirflowJson.Default.RunAnswer, cancellationToken)).ToRun();
        }
        catch (AirflowRefusal e) when (e.Status == HttpStatusCode.NotFound)
        {
            throw AirflowFailure.RunIsGone(runId, e);
        }
    }

    internal static string DagPath(string dagId) => $"dags/{Uri.EscapeDataString(dagId)}";

    internal static string RunPath(string dagId, string runId) => $"{DagPath(dagId)}/dagRuns/{Uri.EscapeDataString(runId)}";

    private async Task<T> CallAsync<T>(string dagId, Func<AirflowVersion, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(timeouts.Total);
        try
        {
            return await InItsVersionAsync(call, inTime.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && AirflowFailure.Of(e, settings, api.Presumed, dagId) is { } failure)
        {
            throw failure;
        }
    }

    private async Task<T> InItsVersionAsync<T>(Func<AirflowVersion, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(await api.VersionAsync(cancellationToken), cancellationToken);
        }
        catch (OtherVersionException e)
        {
            var actual = await api.FindOutAsync(cancellationToken);
            if (settings.Version is { } configured && configured != actual) throw AirflowFailure.WrongVersion(settings, actual, e);
            return await call(actual, cancellationToken);
        }
    }
}
