using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Bot.Configuration;

/// <summary>The formats of the configuration. <c>squads/squad.schema.json</c> says the same to editors.</summary>
internal static partial class Formats
{
    public static readonly Format<string> Text = Matching("a text that is not empty", SomethingPattern());

    public static readonly Format<string> Id = Matching("lower-case letters, digits and hyphens", IdPattern());

    public static readonly Format<string> Phone = Matching("a phone number as \"+55 11 5550 0101\"", PhonePattern());

    public static readonly Format<string> Repository = Matching("\"owner/name\"", RepositoryPattern());

    public static readonly Format<DateTimeZone> Zone = new("a time zone of the tz database as \"Europe/Berlin\"", TryParseZone);

    public static readonly Format<LocalTime> Time =
        Format<LocalTime>.Of("a time as \"09:00\"", LocalTimePattern.CreateWithInvariantCulture("HH:mm"));

    public static readonly Format<LocalDate> Date = Format<LocalDate>.Of("a date as \"2026-11-23\"", LocalDatePattern.Iso);

    public static readonly Format<LocalDateTime> DateAndTime = Format<LocalDateTime>.Of(
        "a date and time as \"2026-12-24T12:00\"", LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"));

    public static readonly Format<Duration> HoursAndMinutes = Format<Duration>
        .Of("hours and minutes as \"01:30\"", DurationPattern.CreateWithInvariantCulture("HH:mm"))
        .Where(duration => duration > Duration.Zero, "more than none");

    public static readonly Format<Period> Period = Format<Period>.Of("an ISO 8601 period as \"P90D\"", PeriodPattern.NormalizingIso);

    /// <summary>How long something is kept: in days or more.</summary>
    public static readonly Format<Period> Kept = Period.Where(IsKept, "more than none and at most 100 years");

    public static readonly Format<(IsoDayOfWeek Day, LocalTime Time)> DayAndTime =
        new("a day and time as \"Monday 11:00\"", TryParseDayAndTime);

    public static readonly Format<IReadOnlySet<IsoDayOfWeek>> Days = new("a day or a range of days as \"Monday-Friday\"", TryParseDays);

    public static readonly Format<Uri> Address = new("an absolute http or https address", TryParseAddress);

    /// <summary>An address in which <c>{shard}</c> stands for the name of a shard.</summary>
    public static readonly Format<string> ShardedAddress = new(
        "an absolute http or https address with {shard}",
        (string text, [MaybeNullWhen(false)] out string value) =>
            (value = text).Contains("{shard}", StringComparison.Ordinal) && TryParseAddress(text.Replace("{shard}", "s0", StringComparison.Ordinal), out _));

    public static Format<string> OneOf(params IEnumerable<string> values) => new(
        string.Join(" or ", values.Select(v => $"\"{v}\"")),
        (string text, [MaybeNullWhen(false)] out string value) => values.Contains(value = text));

    private static Format<string> Matching(string expected, Regex pattern) =>
        new(expected, (string text, [MaybeNullWhen(false)] out string value) => pattern.IsMatch(value = text));

    private static bool IsKept(Period period) => !period.HasTimeComponent && period != NodaTime.Period.Zero
        && period is { Years: >= 0 and <= 100, Months: >= 0 and <= 1_200, Weeks: >= 0 and <= 5_200, Days: >= 0 and <= 36_500 };

    private static bool TryParseZone(string text, [MaybeNullWhen(false)] out DateTimeZone zone) =>
        (zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)) is not null;

    private static bool TryParseAddress(string text, [MaybeNullWhen(false)] out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https";

    private static bool TryParseDay(string text, out IsoDayOfWeek day) =>
        Enum.TryParse(text, out day) && day != IsoDayOfWeek.None && day.ToString() == text;

    private static bool TryParseDayAndTime(string text, out (IsoDayOfWeek Day, LocalTime Time) value)
    {
        value = default;
        return text.Split(' ') is [var day, var time] && TryParseDay(day, out value.Day) && Time.TryParse(time, out value.Time);
    }

    private static bool TryParseDays(string text, [MaybeNullWhen(false)] out IReadOnlySet<IsoDayOfWeek> days)
    {
        var ends = text.Split('-');
        days = null;
        if (ends.Length > 2 || !TryParseDay(ends[0], out var first) || !TryParseDay(ends[^1], out var last))
            return false;
        var count = ((last - first + 7) % 7) + 1;
        days = Enumerable.Range(0, count).Select(n => (IsoDayOfWeek)(((int)first - 1 + n) % 7 + 1)).ToHashSet();
        return true;
    }

    [GeneratedRegex(@"\S")]
    private static partial Regex SomethingPattern();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]*\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^\+?[0-9][0-9 ()-]+\z")]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"^[A-Za-z0-9-]+/[A-Za-z0-9._-]+\z")]
    private static partial Regex RepositoryPattern();
}
