using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>To Level 2: which priority? Whoever triaged it did not know.</summary>
public static class PriorityAskCard
{
    private const int LongestDetails = 600;

    public static AdaptiveCard Build(Case @case, Moment moment) => @case switch
    {
        { Closed: { } closed } => Card.Done($"{CaseWords.NumberAndTitle(@case)}: {CaseWords.Fixed(@case, closed, moment)}", $"No priority is needed any more"),
        { Undecided: false } => Decided(@case, moment),
        _ => Open(@case, moment),
    };

    private static AdaptiveCard Open(Case @case, Moment moment) => Card.Of(
        $"Which priority? {@case.Label}",
        [
            Text.Head(Kicker(@case, moment), $"Which priority?"),
            Text.Line(CaseWords.NumberAndTitle(@case)),
            @case.Details is { } details ? Text.Line(Markdown.Paragraphs(details, LongestDetails)) : null,
            .. CaseWords.LastNotes(@case, moment),
            .. PriorityWords.Rows(Target.Of(@case), Verb),
            Text.Foot($"Until you decide it is treated as {@case.Priority}."),
        ]);

    private static AdaptiveCard Decided(Case @case, Moment moment) => Card.Done(
        $"{CaseWords.NumberAndTitle(@case)}: {PriorityWords.Meaning(@case.Priority)}",
        @case.PriorityChange is { } change ? Markdown.Of($"{change.By.Name}, {CaseWords.When(change.At, moment)}") : Markdown.Of($"Decided"));

    private static Markdown Kicker(Case @case, Moment moment) =>
        $"To you as Level 2 · {moment.Squad.NameOf(@case.TriagedBy)} does not know";

    private static string Verb(Priority priority) => priority switch
    {
        Priority.P4 => Verbs.Level2.P4,
        Priority.P3 => Verbs.Level2.P3,
        Priority.P2 => Verbs.Level2.P2,
        _ => Verbs.Level2.P1,
    };
}
