using AdaptiveCards;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards.Parts;

/// <summary>The fields that a button of a case asks for before it does anything.</summary>
internal static class CaseForm
{
    /// <param name="submit">Null: the content holds what can be tapped.</param>
    public static AdaptiveCard Of(Case @case, Markdown title, IEnumerable<AdaptiveElement?> content, AdaptiveAction? submit, string cancel = Verbs.Issue.FormCancel) =>
        Card.Of($"{title.Plain} {@case.Label}",
            [Text.Head(Kicker(@case), title), .. content],
            submit, Target.Of(@case).Leave("Cancel", cancel));

    private static Markdown Kicker(Case @case) => Markdown.Join(" · ", [CaseWords.Priority(@case), $"{@case.Label}"]);
}
