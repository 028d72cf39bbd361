using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Integrations.Airflow.Tasks;

/// <summary>The instances of one task, counted as they come: one, or of a mapped task many.</summary>
internal sealed class TaskTally(string id)
{
    // By default Airflow maps a task to at most 1,024 instances.
    private const int MostInstances = 1 << 22;

    private readonly int[] counts = new int[Enum.GetValues<TaskProgress>().Length];
    private readonly List<FailedTask> failed = [];
    private ulong[] seen = new ulong[1];

    public string Id => id;

    /// <summary>When the first one started of those that are on their way, done or failed: one that was cleared has an old time.</summary>
    public Instant? StartedAt { get; private set; }

    /// <summary>When the last of those that are done ended.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>When the first of those that have failed ended.</summary>
    public Instant? FailedAt { get; private set; }

    /// <summary>The first ones that failed, in no order.</summary>
    public IReadOnlyList<FailedTask> Failed => failed;

    public int Count(TaskProgress progress) => counts[(int)progress];

    /// <returns>False where it has been counted before.</returns>
    public bool Add(in TaskRow row)
    {
        if (!See(row.MapIndex + 1)) return false;
        var progress = row.Progress;
        counts[(int)progress]++;
        if (progress is TaskProgress.Moving or TaskProgress.Done or TaskProgress.Failed) StartedAt = Instants.Earlier(StartedAt, row.StartedAt);
        // One that runs again keeps its last try's end.
        if (progress == TaskProgress.Done) EndedAt = Instants.Later(EndedAt, row.EndedAt);
        if (progress == TaskProgress.Failed) Fail(row);
        return true;
    }

    /// <summary>By when they ended.</summary>
    public static int Compare(FailedTask x, FailedTask y) =>
        ((x.EndedAt ?? Instant.MaxValue, x.Id, x.MapIndex)).CompareTo((y.EndedAt ?? Instant.MaxValue, y.Id, y.MapIndex));

    private void Fail(in TaskRow row)
    {
        FailedAt = Instants.Earlier(FailedAt, row.EndedAt);
        var tries = Math.Max(1, row.TryNumber);
        failed.Add(new(id, row.MapIndex, tries, Math.Max(tries, row.MaxTries + 1), row.StartedAt, row.EndedAt));
        if (failed.Count > NodeReading.MostFailedTasks) failed.Remove(failed.Max(Comparer<FailedTask>.Create(Compare))!);
    }

    /// <summary>A bit for each.</summary>
    private bool See(int instance)
    {
        if (instance is < 0 or > MostInstances) throw new System.Text.Json.JsonException("An index that no mapped task has.");
        var (word, bit) = (instance / 64, 1UL << (instance % 64));
        if (word >= seen.Length) Array.Resize(ref seen, Math.Max(word + 1, 2 * seen.Length));
        var isNew = (seen[word] & bit) == 0;
        seen[word] |= bit;
        return isNew;
    }
}

internal static class Instants
{
    public static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other ?? one : one;

    public static Instant? Later(Instant? one, Instant? other) => one is null || other > one ? other ?? one : one;
}
