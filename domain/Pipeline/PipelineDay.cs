using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Domain.Pipeline;

/// <summary>The run that serves one morning: what was last seen of it, what was said of it and what is wrong with it. Kept as history.</summary>
public sealed record PipelineDay : Owing
{
    /// <summary>The morning that it serves, in the squad's zone.</summary>
    public required LocalDate Date { get; init; }

    public required string DagId { get; init; }

    /// <summary>When its run was due, or is; null while nobody knows.</summary>
    public Instant? Due { get; init; }

    /// <summary>The run, bound until it has ended; null: there is none yet.</summary>
    public PipelineRun? Run { get; init; }

    /// <summary>Its page in Airflow, for people; null while there is no run.</summary>
    public Uri? Page { get; init; }

    /// <summary>What is shown is a recording.</summary>
    public bool IsRecording { get; init; }

    /// <summary>The DAG is paused in Airflow.</summary>
    public bool Paused { get; init; }

    /// <summary>In the order of the report.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    public IReadOnlyList<StageUsual> Usual { get; init; } = [];

    /// <summary>Of each stage, those that it waits for, near and far; null: not known yet.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Upstream { get; init; }

    /// <summary>Tasks of no stage that failed.</summary>
    public int OthersFailed { get; init; }

    /// <summary>When Airflow last answered; null: never.</summary>
    public Instant? SeenAt { get; init; }

    /// <summary>Airflow does not answer: since when, and why. Null: it does.</summary>
    public Unseen? Unseen { get; init; }

    /// <summary>When the messages that show it were last written anew; null: the next reading is to be shown, whatever it finds.</summary>
    public Instant? ShownAt { get; init; }

    /// <summary>When it went to the announcements; null: it has not.</summary>
    public Instant? PostedAt { get; init; }

    /// <summary>When the last stage was loaded; null: not all are.</summary>
    public Instant? CompleteAt { get; init; }

    /// <summary>Since when it is not read any more, as the next run has begun; null: it is.</summary>
    public Instant? OverAt { get; init; }

    /// <summary>What the one on duty wrote with it, the last one last: that one is shown.</summary>
    public IReadOnlyList<DayNote> Notes { get; init; } = [];

    public IReadOnlyList<Wish> Wishes { get; init; } = [];

    public IReadOnlyList<StageTrouble> Troubles { get; init; } = [];

    /// <summary><c>2026-11-26</c></summary>
    public string Id => IdOf(Date);

    public bool IsComplete => Stages.Count > 0 && Stages.All(s => s.IsLoaded);

    /// <summary>It has a run that goes on.</summary>
    public bool IsOpen => Run is { HasEnded: false };

    public StageTrouble? TroubleOf(string? stage) => Troubles.FirstOrDefault(t => t.Stage == stage);

    public StageUsual? UsualOf(string stage) => Usual.FirstOrDefault(u => u.Name == stage);

    /// <summary>As another document keeps it: what was known then, without what is owed and to whom.</summary>
    public PipelineDay Snapshot() => this with { Duties = [], Posts = [], Wishes = [], Usual = [], Upstream = null };

    public static string IdOf(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}

/// <param name="Since">When it answered last, or was first asked.</param>
/// <param name="Why">One sentence for people.</param>
public sealed record Unseen(Instant Since, string Why, int Times);

public sealed record DayNote(Person By, Instant At, string Text);

/// <summary>Somebody wants to know when a stage is loaded.</summary>
/// <param name="To">Where they are told.</param>
public sealed record Wish(string Stage, Recipient To);

public enum TroubleKind
{
    /// <summary>Past its target.</summary>
    Late,

    /// <summary>The run has not started by its time.</summary>
    NotStarted,

    /// <summary>Past what was promised to others.</summary>
    PastSla,

    Failed,
}

/// <summary>Something is wrong with a stage, or with the run as a whole. A run and a stage make one trouble, whatever else happens in it.</summary>
/// <param name="Id">The stage's name as it can stand in a tap: <c>financial-reports</c>; <c>run</c> for the run itself.</param>
/// <param name="Stage">Null: the run itself.</param>
/// <param name="Kind">The worst that has happened.</param>
/// <param name="Since">When that was.</param>
public sealed record StageTrouble(string Id, string? Stage, TroubleKind Kind, Instant Since)
{
    /// <summary>Of the run itself.</summary>
    public const string OfRun = "run";

    /// <summary>When it was last told; null: it waits for work hours.</summary>
    public Instant? ToldAt { get; init; }

    /// <summary>Who is on it.</summary>
    public Asked? OnIt { get; init; }

    /// <summary>Nobody said that they are on it, and Level 2 was asked.</summary>
    public Asked? Level2 { get; init; }

    /// <summary>The open issue about the same node.</summary>
    public SameNode? Same { get; init; }

    /// <summary>When it was over.</summary>
    public Instant? EndedAt { get; init; }
}
