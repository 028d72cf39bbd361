using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>Shifts as iCalendar (RFC 5545), in UTC, so that a reader needs no zone of ours.</summary>
internal static class RotaFeed
{
    private const int WeeksBack = 13;
    private const int Weeks = WeeksBack + 52;

    /// <param name="member">Whose shifts, those as Level 2 among them; null: everybody's.</param>
    public static string Write(Squad squad, string? member, Instant now)
    {
        var calendar = new Ical.Net.Calendar
        {
            ProductId = "-//Hausmeister//Rota//EN",
            Method = CalendarMethods.Publish,
        };
        // Names and intervals as Outlook, Google and Apple read them.
        calendar.AddProperty("X-WR-CALNAME", member is null ? $"{squad.Name} on duty" : $"{squad.Name}: {squad.NameOf(member)}");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        foreach (var shift in RotaCalendar.Weeks(squad, now, -WeeksBack, Weeks).SelectMany(week => week.Shifts))
        {
            if (member is null || shift.Holder == member)
                calendar.Events.Add(Event(squad, shift, "duty", member is null ? Everybodys(squad, shift) : Own(shift), now));
            else if (shift.Level2 == member)
                calendar.Events.Add(Event(squad, shift, "level2", $"Level 2 ({squad.NameOf(shift.Holder)} is {Role(shift)})", now));
        }
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(Squad squad, Shift shift, string kind, string summary, Instant now) => new()
    {
        // The same for every reading: a change of holder changes the event and makes no second one.
        Uid = $"{shift.Start.ToUnixTimeSeconds()}-{kind}@{squad.Id}.hausmeister",
        DtStamp = Utc(now),
        Start = Utc(shift.Start),
        End = Utc(shift.End),
        Summary = summary,
        Description = shift.IsOverridden ? $"Level 2: {squad.NameOf(shift.Level2)}. For {squad.NameOf(shift.Dealt)}." : $"Level 2: {squad.NameOf(shift.Level2)}.",
        Transparency = TransparencyType.Transparent,
    };

    private static string Everybodys(Squad squad, Shift shift) => $"{squad.NameOf(shift.Holder)} ({Role(shift)})";

    private static string Own(Shift shift) => shift.Role == DutyRole.Hausmeister ? "Hausmeister" : "On call";

    private static string Role(Shift shift) => shift.Role == DutyRole.Hausmeister ? "Hausmeister" : "on call";

    private static CalDateTime Utc(Instant instant) => new(instant.ToDateTimeUtc());
}
