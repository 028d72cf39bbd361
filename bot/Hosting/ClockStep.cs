using Hausmeister.Bot.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Bot.Hosting;

/// <summary>How the clock is to be set forward, as it was asked for.</summary>
/// <param name="By">Hours, minutes and seconds: <c>00:30:00</c>.</param>
/// <param name="To">Until then, written as <c>Clock:Start</c> is.</param>
internal sealed record ClockStep(string? By = null, string? To = null)
{
    /// <summary>A longer way goes in several steps, so that a slip does not make the data useless.</summary>
    private static readonly Duration Longest = Duration.FromDays(31);

    private static readonly DurationPattern Pattern = DurationPattern.CreateWithInvariantCulture("-H:mm:ss");

    /// <returns>What is wrong with it; null: nothing.</returns>
    public string? Read(Instant now, DateTimeZone zone, out Duration by)
    {
        by = Duration.Zero;
        return (By, To) switch
        {
            ({ } text, null) when Pattern.Parse(text).TryGetValue(Duration.Zero, out by) => Check(by),
            ({ } text, null) => $"by: found \"{text}\", expected hours, minutes and seconds as \"00:30:00\".",
            (null, { } text) when ClockStart.Format.TryParse(text, out var to) => Check(by = to.In(zone) - now),
            (null, { } text) => $"to: found \"{text}\", expected {ClockStart.Format.Expected}.",
            _ => "Say one of the two: {\"by\": \"00:30:00\"} or {\"to\": \"2026-11-27T17:00:00\"}.",
        };
    }

    private static string? Check(Duration by) => by <= Duration.Zero ? "The clock goes forward only: what was done would be done again."
        : by > Longest ? $"A step is at most {Longest.Days} days."
        : null;
}
