using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards.Parts;

/// <summary>How cards speak about a case.</summary>
internal static class CaseWords
{
    /// <summary><c>#482</c> as a link; null while the tracker has not given a number.</summary>
    public static Markdown? Number(Case @case) => @case.Issue is { } issue ? Markdown.Link($"#{issue.Number}", issue.Url) : null;

    /// <summary>The number, else what it is: <c>#482</c>, <c>a P3</c>, <c>a question</c>. For titles.</summary>
    public static string Short(Case @case) => @case switch
    {
        { Issue: { } issue } => $"#{issue.Number}",
        { Kind: CaseKind.ServiceIssue } => $"a {@case.Priority}",
        _ => "a question",
    };

    /// <summary><c>#482 **title**</c></summary>
    public static Markdown NumberAndTitle(Case @case) => Markdown.Join(" ", [Number(@case), Title(@case)]);

    public static Markdown Title(Case @case) => $"**{@case.Title}**";

    /// <summary><c>#482 · P3 · Ana · open 1 h 10</c></summary>
    public static Markdown Kicker(Case @case, Moment moment, string? before = null) => Markdown.Join(" · ",
        [before is null ? null : Markdown.Of($"{before}"), Number(@case), Priority(@case), Owner(@case, moment), @case.Issue is null ? null : Markdown.Of($"open {Age(@case, moment)}"), Thread(@case.Origin)]);

    /// <summary>The message in a channel that it came with; null where there is none.</summary>
    public static Markdown? Thread(Origin? origin) => origin is null ? null : Markdown.Link("Open the thread", origin.Link);

    public static Markdown? Priority(Case @case) => @case switch
    {
        { Kind: not CaseKind.ServiceIssue } => null,
        { Undecided: true } => Markdown.Of($"{@case.Priority}, being decided"),
        _ => Markdown.Of($"{@case.Priority}"),
    };

    public static Markdown Owner(Case @case, Moment moment) => $"{moment.Squad.NameOf(@case.Owner)}";

    /// <summary>Who was asked for the priority, also when somebody else is Level 2 by now.</summary>
    public static string Decider(Case @case, Moment moment) =>
        moment.Squad.NameOf(@case.Posts.LastOrDefault(p => p.Kind == PostKind.PriorityAsk)?.Viewer ?? moment.HelpFor(@case.TriagedBy));

    /// <summary>How long it has been open, or was.</summary>
    public static string Age(Case @case, Moment moment) => SquadTime.Age((@case.Closed?.At ?? moment.Now) - @case.OpenedAt);

    /// <summary>How many notes are quoted wherever a case is shown.</summary>
    public const int NotesShown = 3;

    /// <summary>The last notes in a line each, where a card is about something else than the case: <c>Last note, Bruno 10:41: “…”</c></summary>
    public static IEnumerable<AdaptiveTextBlock> LastNotes(Case @case, Moment moment)
    {
        var shown = @case.Notes.TakeLast(NotesShown).ToList();
        return shown.Select((note, i) => Text.Small(
            $"{(i == shown.Count - 1 ? "Last note" : "Note")}, {note.By.Name} {When(note.At, moment)}: “{note.Text}”", maxLines: Text.QuoteLines));
    }

    /// <summary><c>Fixed 11:34 by Ana: what fixed it.</c></summary>
    public static Markdown Fixed(Case @case, Closing closing, Moment moment)
    {
        var by = Markdown.Of($"**Fixed {When(closing.At, moment)}** by {closing.By.Name}");
        return closing.What is { } what ? Markdown.Of($"{by}: {what}") : Markdown.Of($"{by}.");
    }

    /// <summary>Who comes to a P4: <c>Coming: Clara. Can't: Davi. Asked: Bruno.</c></summary>
    public static Markdown? Helpers(Case @case, Moment moment) => @case.Helpers.Count == 0
        ? null
        : Markdown.Join(" ", HelperNames(@case, moment).Select(names => Markdown.Of($"{names.Answer}: {names.Names}.")));

    /// <summary>Those who were asked to help, by what they answered.</summary>
    public static IEnumerable<(string Answer, string Names)> HelperNames(Case @case, Moment moment) =>
        from helper in @case.Helpers
        group moment.Squad.NameOf(helper.Member) by helper.Answer into names
        orderby Order(names.Key)
        select (Word(names.Key), string.Join(", ", names));

    public static string When(Instant at, Moment moment) => SquadTime.ClockOrDay(moment.Squad, at, moment.Now);

    private static int Order(HelpAnswer answer) => answer switch { HelpAnswer.Coming => 0, HelpAnswer.Cant => 1, _ => 2 };

    private static string Word(HelpAnswer answer) => answer switch { HelpAnswer.Coming => "Coming", HelpAnswer.Cant => "Can't", _ => "Asked" };
}
