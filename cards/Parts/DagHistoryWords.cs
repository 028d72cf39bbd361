using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Cards.Parts;

/// <summary>What the picture of the last mornings shows, for those who do not see it: a sentence a stage.</summary>
internal static class DagHistoryWords
{
    private const int Longest = 1_500;
    private const int LongestName = 40;
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");
    private static readonly LocalTimePattern ClockPattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Of(IReadOnlyList<PipelineDay> days, Moment moment)
    {
        List<string> sentences = [.. DagHistory.Of(days, moment).Select(Sentence)];
        var shown = sentences.Count;
        while (shown > 1 && sentences.Take(shown).Sum(s => s.Length + 1) > Longest)
            shown--;
        var rest = sentences.Count - shown;
        return string.Join(' ', [.. sentences.Take(shown), .. rest == 0 ? [] : new[] { $"And {English.Plural(rest, "more stage")}." }]);
    }

    /// <summary><c>Contracts: on time on 28 of 30 days (target 04:00), usually 03:41, latest 05:12 on Thu 12 Nov, not loaded on 1 day.</c></summary>
    private static string Sentence(DagHistory history)
    {
        var name = PeoplesLine.Of(PeoplesText.Clean(history.Stage, LongestName));
        var loaded = history.Finishes.Where(f => f.Hour is not null).OrderBy(f => f.Hour).ToList();
        var missed = history.Finishes.Count - loaded.Count;
        if (loaded.Count == 0)
            return missed == 0 ? $"{name}: nothing is known." : $"{name}: not loaded on {English.Plural(missed, "day")}.";
        var onTime = $"{name}: on time on {history.Finishes.Count(f => !f.IsLate)} of {English.Plural(history.Finishes.Count, "day")} (target {Clock(history.Target)})";
        var latest = $"latest {Clock(loaded[^1].Hour!.Value)} on {DatePattern.Format(loaded[^1].Date)}";
        return $"{onTime}, usually {Clock(loaded[loaded.Count / 2].Hour!.Value)}, {latest}{(missed == 0 ? "" : $", not loaded on {English.Plural(missed, "day")}")}.";
    }

    /// <summary>By the clock, and how many days later where that is not the morning itself.</summary>
    private static string Clock(double hours)
    {
        var days = (int)Math.Floor(hours / 24);
        var clock = ClockPattern.Format(LocalTime.Midnight.PlusSeconds((long)Math.Round(hours * NodaConstants.SecondsPerHour)));
        return days switch { 0 => clock, -1 => $"{clock} the evening before", _ => $"{clock} {English.Plural(days, "day")} later" };
    }
}
