using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.Http;

namespace Hausmeister.Integrations.Airflow;

/// <summary>The nightly run in Airflow 2 or 3, through its REST API.</summary>
internal sealed class AirflowClient(AirflowApi api, AirflowSettings settings, HttpTimeouts timeouts, bool isRecording = false) : IPipeline
{
    public bool IsRecording => isRecording;

    public Uri PageOf(PipelineSettings pipeline, PipelineRun run) => AirflowPages.OfRun(settings.Root, api.Presumed, pipeline.DagId, run.Id);

    public Uri LogOf(PipelineSettings pipeline, PipelineRun run, FailedTask task) => AirflowPages.OfLog(settings.Root, api.Presumed, pipeline.DagId, run.Id, task);

    /// <remarks>The DAG first: Airflow 2 has an empty list of runs for one that it does not know.</remarks>
    public Task<DagLook> LookAsync(PipelineSettings pipeline, CancellationToken cancellationToken) =>
        CallAsync(pipeline.DagId, async (version, cancel) =>
        {
            var dag = await api.GetAsync(version, AirflowApi.DagPath(pipeline.DagId), AirflowJson.Default.DagAnswer, cancel);
            return new DagLook(dag.IsPaused ?? false, dag.NextDue, await new RunList(api, version, pipeline).NewestAsync(cancel));
        }, cancellationToken);

    public Task<IReadOnlyList<TaskLinks>> TasksAsync(PipelineSettings pipeline, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<TaskLinks>>(pipeline.DagId, async (version, cancel) =>
        {
            var answer = await api.GetAsync(version, AirflowApi.DagPath(pipeline.DagId) + "/tasks", AirflowJson.Default.TasksAnswer, cancel);
            return [.. answer.Tasks.Select(task => new TaskLinks(task.TaskId, task.DownstreamTaskIds))];
        }, cancellationToken);

    public Task<RunReading> ReadAsync(PipelineSettings pipeline, PipelineRun run, CancellationToken cancellationToken) =>
        CallAsync(pipeline.DagId, (version, cancel) => new RunReader(api, version, pipeline, timeouts.Pause).ReadAsync(run, cancel), cancellationToken);

    private async Task<T> CallAsync<T>(string dagId, Func<AirflowVersion, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(timeouts.Total);
        try
        {
            return await InItsVersionAsync(call, inTime.Token);
        }
        catch (Exception e) when (AirflowFailure.Of(e, settings, api.Presumed, dagId) is { } failure)
        {
            // Whatever it looks like then.
            cancellationToken.ThrowIfCancellationRequested();
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
