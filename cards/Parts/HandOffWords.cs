using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards.Parts;

/// <summary>How cards speak about a hand-off.</summary>
internal static class HandOffWords
{
    /// <summary>A hand-off that is sent later than this says so.</summary>
    private static readonly Duration Punctual = Duration.FromMinutes(5);

    public static string To(HandOff handOff, Moment moment) => moment.Squad.NameOf(handOff.To);

    public static string From(HandOff handOff, Moment moment) => moment.Squad.NameOf(handOff.From);

    /// <summary><c>Davi's shift began Fri 17:00</c></summary>
    public static string Began(HandOff handOff, Moment moment, bool isYours = false) =>
        $"{(isYours ? "Your" : $"{To(handOff, moment)}'s")} shift began {DutyWords.ShortWeekday(moment, handOff.Start)}";

    /// <summary><c>You are on duty until Mon 30 Nov 11:00</c></summary>
    public static string Title(HandOff handOff, Moment moment, bool isYours) =>
        $"{(isYours ? "You are" : $"{To(handOff, moment)} is")} on duty until {SquadTime.Day(moment.Squad, handOff.Until)}";

    /// <summary>Null where it was sent in time.</summary>
    public static Markdown? Late(HandOff handOff) => handOff.BegunAt - handOff.Start is { } late && late > Punctual
        ? Markdown.Of($"Sent {SquadTime.Age(late)} late: I was not running.")
        : null;

    public static Markdown? StartHere(HandOff handOff) => Markdown.Join(" ", [
        handOff.Items.FirstOrDefault(i => i.Id == handOff.StartHere) is { } first ? Markdown.Of($"**Start here:** {Short(first)}.") : null,
        handOff.Watch is { } watch ? Markdown.Of($"**Watch this week:** {watch}") : null]);

    /// <summary><c>#482</c>, else the title.</summary>
    public static string Short(HandOffItem item) => item.Issue is { } issue ? $"#{issue.Number}" : item.Title;

    /// <summary><c>P3 · Ana · 2 days</c></summary>
    public static Markdown Facts(HandOffItem item, HandOff handOff, Moment moment, string? viewer) => Markdown.Join(" · ", [
        item.Kind == CaseKind.ServiceIssue ? Markdown.Of($"{item.Priority}") : Markdown.Of($"{item.Kind.ToString()}"),
        Owner(item, moment, viewer),
        item.StaysUntil is { } until ? Markdown.Of($"stays on it until {CaseWords.When(until, moment)}") : null,
        handOff.Confirmed is null ? Markdown.Of($"{SquadTime.Age(moment.Now - item.OpenedAt)}") : null]);

    /// <summary><c>Ana, Fri: “…”</c>; the day where it was another.</summary>
    public static Markdown? Note(HandOffNote? note, HandOff handOff, Moment moment)
    {
        if (note is null)
            return null;
        var zone = moment.Squad.TimeZone;
        var day = note.At.InZone(zone).Date == handOff.Start.InZone(zone).Date ? "" : $", {DutyWords.ShortWeekday(moment, note.At)[..3]}";
        return Markdown.Of($"{note.By}{day}: “{note.Text}”");
    }

    public static IEnumerable<Markdown> Questions(HandOffItem item, Moment moment, string? viewer) => item.Questions.Select(question =>
    {
        var who = question.Asker == viewer ? "You" : moment.Squad.NameOf(question.Asker);
        return question.Answer is { } answer
            ? Markdown.Of($"{who} asked: {question.Text} **{moment.Squad.NameOf(question.Asked)}:** {answer}")
            : Markdown.Of($"{who} asked {(question.Asked == viewer ? "you" : moment.Squad.NameOf(question.Asked))}: {question.Text}");
    });

    public static Markdown Counted(HandOff handOff) => handOff.Waking.Count() switch
    {
        0 => Markdown.Of($"Nothing is open."),
        var n => Markdown.Of($"{English.Plural(n, "item")} can wake you."),
    };

    /// <summary>What the duty is taken with: <c>I'm on duty, I take all 3</c></summary>
    public static string ConfirmTitle(HandOff handOff) => handOff.Waking.Count(i => i.StaysUntil is null) switch
    {
        0 => "I'm on duty",
        1 => "I'm on duty, I take it",
        var n => $"I'm on duty, I take all {n}",
    };

    private static Markdown Owner(HandOffItem item, Moment moment, string? viewer) => item.Owner switch
    {
        null => Markdown.Of($"nobody"),
        var owner when owner == viewer && item.Taken => Markdown.Of($"you have it"),
        var owner when owner == viewer => Markdown.Of($"yours"),
        var owner when item.Taken => Markdown.Of($"{moment.Squad.NameOf(owner)} has it"),
        var owner => Markdown.Of($"{moment.Squad.NameOf(owner)}"),
    };
}
