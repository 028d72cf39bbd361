using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Bot.Configuration;

/// <summary>
/// Where the clock of a Development run begins: an instant as <c>2026-11-27T16:29:50-03:00</c> or <c>…Z</c>,
/// or without an offset a local time of the first squad (in the order of the file names).
/// </summary>
internal sealed record ClockStart(LocalDateTime Local, Offset? Offset)
{
    public static readonly Format<ClockStart> Format =
        new("a date and time as \"2026-11-27T16:29:50\", with an offset as \"-03:00\" or \"Z\" or in the first squad's zone", TryParse);

    /// <summary>The instant, for a first squad in this zone. A local time that its clocks skip or repeat is moved on, or is the first of two.</summary>
    public Instant In(DateTimeZone zone) =>
        Offset is { } offset ? Local.WithOffset(offset).ToInstant() : zone.AtLeniently(Local).ToInstant();

    private static bool TryParse(string text, [MaybeNullWhen(false)] out ClockStart start)
    {
        start = OffsetDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var exact) ? new ClockStart(exact.LocalDateTime, exact.Offset)
            : LocalDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var local) ? new ClockStart(local, null)
            : null;
        // Of the first and last years some instants are none.
        return start?.Local.Year is > 0 and < 9999;
    }
}
