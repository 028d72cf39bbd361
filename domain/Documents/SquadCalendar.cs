using NodaTime;

namespace Hausmeister.Domain.Documents;

/// <summary>What a squad owes by the calendar. Each duty schedules its successor.</summary>
public sealed record SquadCalendar : IOwing
{
    public int Revision { get; init; }

    /// <summary>When the squad began to live here: what passed before is handed over to nobody. Null in calendars of before hand-offs.</summary>
    public Instant? Since { get; init; }

    /// <summary>Up to when changes in the tracker have been read.</summary>
    public required Instant TrackerReadTo { get; init; }

    /// <summary>When they are read next.</summary>
    public required Instant TrackerReadNext { get; init; }

    /// <summary>When what was kept long enough is deleted next; null: at the next look. The tracker is read more often, so that wakes for both.</summary>
    public Instant? RetentionNext { get; init; }

    public Instant? NextDue => TrackerReadNext;

    /// <summary>As it must be where the clock was set back: the tracker is not left unread until the clock is there again.</summary>
    public SquadCalendar NotAheadOf(Instant now) => TrackerReadNext - now <= TrackerPause
        ? this
        : this with { TrackerReadTo = Instant.Min(TrackerReadTo, now), TrackerReadNext = now };

    /// <summary>How often the tracker is read: what people change there counts here soon, and it costs 30 of GitHub's 5,000 requests an hour.</summary>
    public static Duration TrackerPause { get; } = Duration.FromMinutes(2);
}
