using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>When the squad works, by its own clocks. What is not urgent is said then.</summary>
public static class WorkCalendar
{
    // A week, and one more for a start that falls into a day that the zone skips.
    private const int DaysToLookAt = 15;

    public static bool IsWorkTime(Squad squad, Instant now)
    {
        var local = now.InZone(squad.TimeZone);
        var hours = squad.WorkHours;
        return hours.Days.Contains(local.DayOfWeek) && local.TimeOfDay >= hours.From && local.TimeOfDay < hours.To;
    }

    /// <summary><paramref name="now"/> itself within work hours, else the next start of work hours.</summary>
    public static Instant NextWorkTime(Squad squad, Instant now) => IsWorkTime(squad, now) ? now : NextWorkDayStart(squad, now);

    /// <summary>The first start of work hours after <paramref name="now"/>: the same day's before it, else the next working day's.</summary>
    public static Instant NextWorkDayStart(Squad squad, Instant now)
    {
        var today = now.InZone(squad.TimeZone).Date;
        return Enumerable.Range(0, DaysToLookAt)
            .Select(days => squad.TimeZone.InstantOf(today.PlusDays(days) + squad.WorkHours.From))
            .First(start => start > now && IsWorkTime(squad, start));
    }
}
