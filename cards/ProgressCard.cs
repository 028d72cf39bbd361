using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>An hour without news, for every case that one person is asked about at once.</summary>
public static class ProgressCard
{
    /// <param name="cases">At least one, the most urgent first.</param>
    public static AdaptiveCard Build(IReadOnlyList<Case> cases, Moment moment) => cases is [var alone] ? Single(alone, moment) : Several(cases, moment);

    private static AdaptiveCard Single(Case @case, Moment moment) =>
        ProgressWords.Answered(@case, moment) is { } answered ? Done(@case, answered, moment) : Asked(@case, moment);

    private static AdaptiveCard Done(Case @case, Markdown answered, Moment moment) =>
        Card.Done($"{ProgressWords.Lead(@case)}: {answered}", ProgressWords.WhoAndWhen(@case, moment));

    private static AdaptiveCard Asked(Case @case, Moment moment) => Card.Of(
        $"{@case.Label} ({@case.Priority}){ProgressWords.Question}",
        [
            Text.Head($"{@case.Priority} · {CaseWords.Owner(@case, moment)} · open {CaseWords.Age(@case, moment)}", $"An hour without news. Stuck?"),
            Text.Line(ProgressWords.Lead(@case)),
            ProgressWords.News(@case, moment),
            Silence(@case, moment),
        ],
        ProgressWords.Buttons(@case, moment, isAlone: true));

    private static AdaptiveCard Several(IReadOnlyList<Case> cases, Moment moment) => Card.Of(
        $"{English.Plural(cases.Count, "issue")}: an hour without news. Stuck?",
        [
            Text.Head($"{English.Plural(cases.Count, "issue")}", $"An hour without news. Stuck?"),
            .. cases.Take(Rows.Most).Select(c => ProgressWords.Item(c, moment)),
            cases.Count > Rows.Most ? Text.Line($"and {cases.Count - Rows.Most} more") : null,
            cases.Any(c => ProgressWords.IsAsked(c, moment)) ? Text.Foot($"No answer: I ask again in an hour.") : null,
        ]);

    private static AdaptiveElement Silence(Case @case, Moment moment) => @case.Priority == Priority.P4
        ? Block.Notice(AdaptiveContainerStyle.Attention, ProgressWords.GoesToLevel2(@case, moment))
        : Text.Foot($"No answer: I ask again in an hour.");
}
