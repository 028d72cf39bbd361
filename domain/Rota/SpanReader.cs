using System.Globalization;
using System.Text.RegularExpressions;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>
/// Days and times as people type them, in the squad's zone: <c>Fri 27 Nov 17:00 to Mon 30 Nov 11:00</c>, <c>24 Dec - 26 Dec</c>,
/// <c>tomorrow</c>, <c>2026-12-24</c>. Days without a time are whole days; without a year the next one that comes.
/// </summary>
public static partial class SpanReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Whether the words begin as such a span does.</summary>
    public static bool LooksLikeOne(string text) => Beginning().IsMatch(text);

    /// <summary>[From, To), not empty and not over yet; null where the words are none.</summary>
    public static (Instant From, Instant To)? Read(string text, Squad squad, Instant now)
    {
        var today = now.InZone(squad.TimeZone).Date;
        var sides = Between().Split(text.Trim());
        if (sides.Length > 2 || Point(sides[0], today, today) is not { } first)
            return null;
        var firstDate = first.Date ?? today;
        if ((sides.Length == 1 ? first : Point(sides[1], today, firstDate)) is not { } last)
            return null;
        var from = squad.TimeZone.InstantOf(firstDate + (first.Time ?? LocalTime.Midnight));
        var lastDate = last.Date ?? firstDate;
        var to = last.Time is { } time && sides.Length == 2
            ? squad.TimeZone.InstantOf(lastDate + time)
            : squad.TimeZone.InstantOf(lastDate.PlusDays(1) + LocalTime.Midnight);
        return from < to && to > now ? (from, to) : null;
    }

    /// <param name="notBefore">A day without a year is the first one from here on.</param>
    private static (LocalDate? Date, LocalTime? Time)? Point(string text, LocalDate today, LocalDate notBefore)
    {
        LocalDate? date = null;
        LocalTime? time = null;
        int? day = null, month = null, weekday = null;
        foreach (var word in Word().Matches(text.ToLowerInvariant()).Select(m => m.Value))
        {
            if (word is "from" or "on" or "the" or "at")
                continue;
            if (TryTime(word) is { } clock)
                time = clock;
            else if (NodaTime.Text.LocalDatePattern.Iso.Parse(word) is { Success: true, Value: var iso })
                date = iso;
            else if (word is "today" or "tomorrow")
                date = today.PlusDays(word == "today" ? 0 : 1);
            else if (DayNumber().Match(word) is { Success: true } number)
                day = int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture);
            else if (IndexOf(Months, word) is { } m)
                month = m + 1;
            else if (IndexOf(Days, word) is { } d)
                weekday = d + 1;
            else
                return null;
        }

        if ((day is null) != (month is null))
            return null;
        if (day is { } dayOfMonth && month is { } monthOfYear)
            date = Next(dayOfMonth, monthOfYear, notBefore);
        else if (weekday is { } dayOfWeek && date is null)
            date = notBefore.With(DateAdjusters.NextOrSame((IsoDayOfWeek)dayOfWeek));
        return date is null && time is null ? null : (date, time);
    }

    private static LocalDate? Next(int day, int month, LocalDate notBefore)
    {
        for (var year = notBefore.Year; year <= notBefore.Year + 4; year++)
            if (day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) && new LocalDate(year, month, day) is var date && date >= notBefore)
                return date;
        return null;
    }

    private static LocalTime? TryTime(string word) => Clock().Match(word) is { Success: true } clock
        && int.Parse(clock.Groups[1].Value, CultureInfo.InvariantCulture) is var hour and < 24
        && int.Parse(clock.Groups[2].Value, CultureInfo.InvariantCulture) is var minute and < 60
        ? new LocalTime(hour, minute)
        : null;

    /// <summary>By at least three letters: <c>dec</c>, <c>december</c>.</summary>
    private static int? IndexOf(string[] names, string word) => word.Length >= 3 && Array.FindIndex(names, word.StartsWith) is var index and >= 0 ? index : null;

    [GeneratedRegex(@"^\s*(from\s+)?(\d{4}-|\d{1,2}(st|nd|rd|th)?\s+\p{L}{3}|\d{1,2}:\d{2}|today|tomorrow|mon|tue|wed|thu|fri|sat|sun|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\s+\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\s+(?:to|until|till|through|-|–)\s+|–", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"[^\s,]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(\d{1,2})(?:st|nd|rd|th|\.)?$")]
    private static partial Regex DayNumber();

    [GeneratedRegex(@"^(\d{1,2}):(\d{2})$")]
    private static partial Regex Clock();
}
