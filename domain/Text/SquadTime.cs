using System.Globalization;
using Hausmeister.Domain.Squads;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Domain.Text;

/// <summary>Times as people read them: in English, in the squad's zone.</summary>
public static class SquadTime
{
    private static readonly LocalDateTimePattern DayPattern = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm");
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");
    private static readonly LocalDateTimePattern ClockPattern = LocalDateTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary><c>Fri 27 Nov 17:00</c></summary>
    public static string Day(Squad squad, Instant instant) => DayPattern.Format(Local(squad, instant));

    /// <summary><c>Fri 27 Nov</c></summary>
    public static string Date(Squad squad, Instant instant) => DatePattern.Format(Local(squad, instant).Date);

    /// <summary>When such shifts start: <c>Mon 11:00</c></summary>
    public static string Starts(ShiftRule rule) => $"{rule.Day.ToString()[..3]} {rule.Time.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary><c>17:00</c></summary>
    public static string Clock(Squad squad, Instant instant) => ClockPattern.Format(Local(squad, instant));

    /// <summary><c>12:04</c> on the day of <paramref name="now"/>, else <c>Fri 27 Nov 12:04</c>.</summary>
    public static string ClockOrDay(Squad squad, Instant instant, Instant now) =>
        Local(squad, instant).Date == Local(squad, now).Date ? Clock(squad, instant) : Day(squad, instant);

    /// <summary>
    /// How long something has lasted, as coarse as people say it: <c>6 min</c>, <c>1 h 10</c>, <c>4 days</c>, <c>3 weeks</c>, <c>2 months</c>.
    /// Rounded down; a negative duration, as another system's clock can make it, counts as none.
    /// </summary>
    public static string Age(Duration age)
    {
        var days = (int)age.TotalDays;
        return days switch
        {
            < 1 => HoursAndMinutes(Duration.Max(age, Duration.Zero)),
            < 14 => English.Plural(days, "day"),
            < 60 => English.Plural(days / 7, "week"),
            < 730 => English.Plural(days / 30, "month"),
            _ => English.Plural(days / 365, "year"),
        };
    }

    /// <summary><c>1 h 20 ago</c>, or <c>just now</c> within the first minute.</summary>
    public static string Ago(Duration age) => age < Duration.FromMinutes(1) ? "just now" : $"{Age(age)} ago";

    private static string HoursAndMinutes(Duration age) => age.Hours switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{age.Minutes} min"),
        var hours when age.Minutes == 0 => string.Create(CultureInfo.InvariantCulture, $"{hours} h"),
        var hours => string.Create(CultureInfo.InvariantCulture, $"{hours} h {age.Minutes:00}"),
    };

    private static LocalDateTime Local(Squad squad, Instant instant) => instant.InZone(squad.TimeZone).LocalDateTime;
}
