using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards.Parts;

/// <summary>What the picture of the weeks shows, for those who do not see it: a sentence a week.</summary>
internal static class RotaPictureWords
{
    private const int Longest = 1_500;
    private const int LongestName = 24;

    /// <summary><c>Mon 23 Nov Ana, weekend Davi. Mon 30 Nov …</c> Whole weeks only; what is too long ends in how many are left out.</summary>
    public static string Of(IEnumerable<RotaWeek> weeks, Moment moment)
    {
        List<string> sentences = [.. weeks.Select(week => Sentence(week, moment))];
        var shown = sentences.Count;
        while (shown > 1 && sentences.Take(shown).Sum(s => s.Length + 1) > Longest)
            shown--;
        var rest = sentences.Count - shown;
        return string.Join(' ', [.. sentences.Take(shown), .. rest == 0 ? [] : new[] { $"And {English.Plural(rest, "more week")}." }]);
    }

    private static string Sentence(RotaWeek week, Moment moment) =>
        $"{DutyWords.Day(moment, week.Start)} {Pieces(week.Weekday, moment)}, weekend {Pieces(week.Weekend, moment)}.";

    private static string Pieces(IReadOnlyList<Shift> pieces, Moment moment) =>
        string.Join(", ", pieces.Select((piece, i) => i == 0 ? Holder(piece, moment) : $"from {DutyWords.ShortWeekday(moment, piece.Start)} {Holder(piece, moment)}"));

    private static string Holder(Shift piece, Moment moment) =>
        piece.IsOverridden ? $"{Name(piece.Holder, moment)} for {Name(piece.Dealt, moment)}" : Name(piece.Holder, moment);

    private static string Name(string member, Moment moment) => PeoplesLine.Of(PeoplesText.Clean(moment.Squad.NameOf(member), LongestName));
}
