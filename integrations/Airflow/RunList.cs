using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Integrations.Airflow;

/// <summary>The runs of a DAG that count, newest first.</summary>
internal sealed class RunList(AirflowApi api, AirflowVersion version, PipelineSettings pipeline)
{
    private const int Most = 10;

    // Servers cap a page at 100, and those that count are among the first.
    private const int PageSize = 25;

    private readonly string[] types = pipeline.CountsManualRuns ? ["scheduled", "manual"] : ["scheduled"];

    /// <summary>Page by page until there are enough. Each comes once: a run that begins between two pages moves the last of a page to the next.</summary>
    public async Task<IReadOnlyList<PipelineRun>> NewestAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, PipelineRun> runs = [];
        for (var (read, total) = (0, 1); read < total && runs.Count < Most;)
        {
            var path = $"{AirflowApi.DagPath(pipeline.DagId)}/dagRuns?limit={PageSize}&offset={read}&{Order}";
            var page = await api.GetAsync(version, path, AirflowJson.Default.RunsAnswer, cancellationToken);
            foreach (var run in page.DagRuns.Where(run => types.Contains(run.RunType))) runs.TryAdd(run.DagRunId, run.ToRun());
            (read, total) = (read + page.DagRuns.Count, page.DagRuns.Count == 0 ? 0 : page.TotalEntries);
        }
        return [.. runs.Values.OrderByDescending(run => run.Due).Take(Most)];
    }

    // Airflow 2 orders by the beginning of what a run covers and refuses parameters that it does not know. On Airflow 3 only run_after is always there.
    private string Order => version == AirflowVersion.Two
        ? "order_by=-execution_date"
        : $"order_by=-run_after&{string.Join('&', types.Select(type => $"run_type={type}"))}";
}
