using System.Globalization;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Cards.Parts;

/// <summary>How cards speak about who is on duty, and about days.</summary>
internal static class DutyWords
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("d MMM");
    private static readonly LocalDateTimePattern ShortWeekdayPattern = LocalDateTimePattern.CreateWithInvariantCulture("ddd HH:mm");
    private static readonly LocalDateTimePattern WeekdayPattern = LocalDateTimePattern.CreateWithInvariantCulture("dddd HH:mm");

    /// <summary><c>Ana is Hausmeister until Fri 27 Nov 17:00</c>; at the weekend somebody is on call.</summary>
    public static string OnDutyUntil(Moment moment) =>
        $"{moment.Squad.NameOf(moment.OnDuty)} is {Role(moment.Shift.Role)} until {SquadTime.Day(moment.Squad, moment.Shift.End)}";

    public static string Role(DutyRole role) => role == DutyRole.Hausmeister ? "Hausmeister" : "on call";

    /// <summary><c>Thu 26 Nov</c></summary>
    public static string Day(Moment moment, Instant at) => SquadTime.Date(moment.Squad, at);

    /// <summary><c>12 Nov</c></summary>
    public static string Date(Moment moment, Instant at) => DatePattern.Format(at.InZone(moment.Squad.TimeZone).Date);

    /// <summary><c>Monday 11:00</c></summary>
    public static string Weekday(Moment moment, Instant at) => WeekdayPattern.Format(at.InZone(moment.Squad.TimeZone).LocalDateTime);

    /// <summary><c>Mon 11:00</c></summary>
    public static string ShortWeekday(Moment moment, Instant at) => ShortWeekdayPattern.Format(at.InZone(moment.Squad.TimeZone).LocalDateTime);

    /// <summary>The end of the work hours before these: <c>yesterday 18:00</c>, <c>Friday 18:00</c>.</summary>
    public static string SinceWorkEnded(Moment moment)
    {
        var today = moment.Now.InZone(moment.Squad.TimeZone).Date;
        var hours = moment.Squad.WorkHours;
        var days = Enumerable.Range(1, 7).First(back => hours.Days.Contains(today.PlusDays(-back).DayOfWeek));
        var day = days == 1 ? "yesterday" : today.PlusDays(-days).DayOfWeek.ToString();
        return $"{day} {hours.To.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }
}
