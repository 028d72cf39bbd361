using System.Text.Json;
using NodaTime;

namespace Hausmeister.Integrations.Airflow.Recordings;

/// <summary>A run and its task instances as they were at one moment.</summary>
internal sealed class RecordedMoment
{
    public RecordedMoment(Exchange run, IReadOnlyList<Exchange> pages)
    {
        Run = run.Json();
        Rows = [.. pages.SelectMany(page => page.Json().GetProperty("task_instances").EnumerateArray())];
        FailedAt = Rows.Where(row => row.GetProperty("state").GetString() == "failed").Select(row => RecordedTime.Of(row.GetProperty("end_date"))).Min();
        ReadAt = Rows.Append(Run).SelectMany(Times).Max();
        Due = RecordedTime.Of(Run.GetProperty(Run.TryGetProperty("run_after", out _) ? "run_after" : "data_interval_end"))!.Value;
    }

    public JsonElement Run { get; }

    public IReadOnlyList<JsonElement> Rows { get; }

    public Instant Due { get; }

    /// <summary>When something first failed that was not mended yet; null: nothing had.</summary>
    public Instant? FailedAt { get; }

    /// <summary>The last thing that had happened: the recording does not say when it was read.</summary>
    public Instant ReadAt { get; }

    private static IEnumerable<Instant> Times(JsonElement item) => item.EnumerateObject().Select(member => RecordedTime.Of(member.Value)).OfType<Instant>();
}
