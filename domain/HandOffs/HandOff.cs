using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Rota;
using NodaTime;

namespace Hausmeister.Domain.HandOffs;

/// <summary>
/// The passing of duty. Who is on duty comes from the rota alone; confirmed says that they know it. Items and notes are taken or asked
/// about one by one, and never block the duty itself.
/// </summary>
public sealed record HandOff : Owing
{
    /// <summary>The shift's start in UTC, as <c>2026-11-27T20:00:00Z</c>: a squad has one hand-off at an instant.</summary>
    public required string Id { get; init; }

    public required Instant Start { get; init; }

    /// <summary>When duty passes on.</summary>
    public required Instant Until { get; init; }

    public required DutyRole Role { get; init; }

    /// <summary>Who was on duty and knew it.</summary>
    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>The agreement that makes it; null where the orders do.</summary>
    public AgreementKind? Why { get; init; }

    /// <summary>What whoever takes over said when they were asked; null: nothing.</summary>
    public Readiness? Ready { get; init; }

    /// <summary>When whoever takes over was asked; null: not yet.</summary>
    public Instant? ReadyAskedAt { get; init; }

    /// <summary>Who wrote notes for the next one, and when; null: nobody.</summary>
    public Confirmation? Noted { get; init; }

    /// <summary>Null before it was begun.</summary>
    public Instant? BegunAt { get; init; }

    public Confirmation? Confirmed { get; init; }

    /// <summary>Who holds it until the one on duty answers.</summary>
    public Confirmation? Held { get; init; }

    public Asked? Level2 { get; init; }

    public Asked? Lead { get; init; }

    /// <summary>It ended without a confirmation.</summary>
    public Ending? Ended { get; init; }

    public IReadOnlyList<HandOffItem> Items { get; init; } = [];

    /// <summary>What to begin with.</summary>
    public string? StartHere { get; init; }

    public string? Watch { get; init; }

    /// <summary>The nightly run as it was then; null where the squad has none, or nobody knew.</summary>
    public PipelineDay? Dag { get; init; }

    /// <summary>What whoever hands over says of it.</summary>
    public HandOffNote? DagNote { get; init; }

    /// <summary>Duty has passed, and whoever has it has not said that they know it.</summary>
    public bool IsUnconfirmed => this is { BegunAt: not null, Confirmed: null, Held: null, Ended: null };

    public IEnumerable<HandOffItem> Waking => Items.Where(i => i.CanWake);

    public IEnumerable<HandOffItem> Waiting => Items.Where(i => !i.CanWake);
}

/// <param name="By">Whoever said it: the new holder, or Level 2 for them.</param>
public sealed record Confirmation(Person By, Instant At);

public sealed record Readiness(bool IsReady, Instant At);

/// <param name="Member">Who was asked to see to it.</param>
public sealed record Asked(string Member, Instant At);

/// <param name="Appointed">Who was appointed in the new holder's place, and by whom.</param>
public sealed record Ending(Instant At, string? Appointed = null, Person? By = null);

/// <summary>Something that is handed over, as it was at that time.</summary>
/// <param name="Id">The case's.</param>
/// <param name="CanWake">An open P4 or P3 issue; what cannot waits for work hours.</param>
/// <param name="Owner">The member whose it is; null: nobody's.</param>
public sealed record HandOffItem(string Id, CaseKind Kind, bool CanWake, string Title, IssueRef? Issue, Priority Priority, string? Owner, Instant OpenedAt)
{
    /// <summary>The newest word on it: a note for the next one, else the case's last note.</summary>
    public HandOffNote? Note { get; init; }

    public bool Taken { get; init; }

    /// <summary>Its owner stays on it until then, though the duty has passed.</summary>
    public Instant? StaysUntil { get; init; }

    public IReadOnlyList<HandOffQuestion> Questions { get; init; } = [];
}

public sealed record HandOffNote(string By, Instant At, string Text);

/// <param name="Asker">A member.</param>
/// <param name="Asked">The member who knows.</param>
public sealed record HandOffQuestion(string Asker, string Asked, string Text, Instant At, string? Answer = null);
