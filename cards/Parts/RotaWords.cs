using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards.Parts;

/// <summary>How cards speak about shifts.</summary>
internal static class RotaWords
{
    private const int MostOwn = 3;

    /// <summary><c>now, and the weekend of Fri 18 Dec</c>; null where there is none.</summary>
    public static string? Own(string member, Moment moment)
    {
        var until = moment.Now + NodaTime.Duration.FromDays(Fairness.Weeks * 7);
        var own = RotaCalendar.Between(moment.Squad, moment.Now, until).Where(s => s.Holder == member).Take(MostOwn);
        List<string> words = [.. own.Select(shift => shift.Start <= moment.Now ? "now" : Name(shift, moment))];
        return words.Count == 0 ? null : English.Series(words);
    }

    /// <summary><c>the week of Mon 30 Nov</c>; what an override cuts out has its times.</summary>
    private static string Name(Shift shift, Moment moment)
    {
        var squad = moment.Squad;
        var rule = shift.Role == DutyRole.Hausmeister ? squad.Rota.Weekday : squad.Rota.Weekend;
        var starts = shift.Start.InZone(squad.TimeZone);
        var isWhole = starts.DayOfWeek == rule.Day && starts.TimeOfDay == rule.Time;
        return isWhole
            ? $"the {(shift.Role == DutyRole.Hausmeister ? "week" : "weekend")} of {DutyWords.Day(moment, shift.Start)}"
            : $"{SquadTime.Day(squad, shift.Start)} to {SquadTime.Day(squad, shift.End)}";
    }

    public static Markdown InARow(InARow run, Moment moment)
    {
        var shifts = run.Shifts == 2 ? "two shifts" : English.Plural(run.Shifts, "shift");
        return $"**{moment.Squad.NameOf(run.Holder)} holds {shifts} in a row,** from {SquadTime.Day(moment.Squad, run.Start)} to {SquadTime.Day(moment.Squad, run.End)}.";
    }

    public static Markdown InARowForYou(InARow run, Moment moment)
    {
        var shifts = run.Shifts == 2 ? "Two shifts" : English.Plural(run.Shifts, "shift");
        return $"**{shifts} in a row for you:** from {SquadTime.Day(moment.Squad, run.Start)} to {SquadTime.Day(moment.Squad, run.End)}.";
    }

    /// <summary>A cell of the weeks: who holds it, and under it Level 2; of a shift that is cut into pieces, each piece.</summary>
    /// <param name="viewer">Whose name stands out; in a room, null, that of the one on duty.</param>
    public static AdaptiveTableCell Cell(IReadOnlyList<Shift> pieces, string? viewer, Moment moment) => new()
    {
        Items = [.. pieces.SelectMany(piece => Grid.Cell(Holder(piece, pieces.Count > 1, viewer, moment), Beside(piece, moment)).Items)],
    };

    private static Markdown Holder(Shift piece, bool isOneOfSeveral, string? viewer, Moment moment)
    {
        var name = moment.Squad.NameOf(piece.Holder);
        var isNow = piece.Start <= moment.Now && moment.Now < piece.End;
        return Markdown.Join("", [
            piece.Holder == viewer || (viewer is null && isNow) ? Markdown.Of($"**{name}**") : Markdown.Of($"{name}"),
            isOneOfSeveral ? Markdown.Of($" to {DutyWords.ShortWeekday(moment, piece.End)}") : null,
            isNow ? Markdown.Of($", now") : null]);
    }

    private static Markdown Beside(Shift piece, Moment moment) => Markdown.Join(" · ", [
        piece.IsOverridden ? Markdown.Of($"for {moment.Squad.NameOf(piece.Dealt)}") : null,
        $"Level 2 {moment.Squad.NameOf(piece.Level2)}"]);
}
