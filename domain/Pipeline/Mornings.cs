using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Pipeline;

/// <summary>Which morning a run serves, and when things are due on it, by the squad's clocks.</summary>
public static class Mornings
{
    /// <summary>The day of the first post at or after an instant: a run due Saturday 23:00 serves Sunday.</summary>
    public static LocalDate Of(Instant at, Squad squad)
    {
        var date = at.InZone(squad.TimeZone).Date;
        return PostAt(date, squad) >= at ? date : date.PlusDays(1);
    }

    public static Instant PostAt(LocalDate date, Squad squad) => squad.TimeZone.InstantOf(date + squad.Pipeline!.PostAt);

    /// <summary>The first such time at or after the day's run is due; on the day itself while that is not known.</summary>
    public static Instant TimeOf(LocalTime time, PipelineDay day, Squad squad)
    {
        var due = day.Due ?? squad.TimeZone.InstantOf(day.Date.AtMidnight());
        var date = due.InZone(squad.TimeZone).Date;
        var first = squad.TimeZone.InstantOf(date + time);
        return first >= due ? first : squad.TimeZone.InstantOf(date.PlusDays(1) + time);
    }

    /// <summary>When the run that serves a day is due, where the scheduler's next one should have come days ago: at the same time of day. Null where the next one is for a later day.</summary>
    public static Instant? DueOn(LocalDate date, Instant next, Squad squad)
    {
        var days = Period.DaysBetween(Of(next, squad), date);
        return days < 0 ? null : squad.TimeZone.InstantOf(next.InZone(squad.TimeZone).LocalDateTime.PlusDays(days));
    }
}
