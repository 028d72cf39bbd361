using Hausmeister.Domain.Ports;

namespace Hausmeister.Integrations.Airflow;

/// <summary>Addresses in Airflow's own pages, which differ between the versions.</summary>
internal static class AirflowPages
{
    public static Uri OfRun(Uri root, AirflowVersion version, string dagId, string runId) => new(root, version == AirflowVersion.Two
        ? $"dags/{Escaped(dagId)}/grid?dag_run_id={Escaped(runId)}"
        : $"dags/{Escaped(dagId)}/runs/{Escaped(runId)}");

    public static Uri OfLog(Uri root, AirflowVersion version, string dagId, string runId, FailedTask task) => new(OfRun(root, version, dagId, runId) + (version == AirflowVersion.Two
        ? $"&task_id={Escaped(task.Id)}{(task.MapIndex < 0 ? "" : $"&map_index={task.MapIndex}")}&tab=logs"
        : $"/tasks/{Escaped(task.Id)}{(task.MapIndex < 0 ? "" : $"/mapped/{task.MapIndex}")}?try_number={task.Try}"));

    private static string Escaped(string id) => Uri.EscapeDataString(id);
}
