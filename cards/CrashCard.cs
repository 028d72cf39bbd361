using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>To the crash channel: something falls under a severity level. The whole company reads it, so it says no more than somebody meant to, and nothing is to be tapped.</summary>
public static class CrashCard
{
    public static AdaptiveCard Build(Case @case, Moment moment)
    {
        var state = State(@case, moment);
        return Card.Of($"{moment.Squad.Name}: {@case.Label}. {state.Plain}",
            [
                Text.Head(CaseWords.Kicker(@case, moment, moment.Squad.Name), $"{@case.Title}"),
                Block.Notice(@case.Closed is null ? AdaptiveContainerStyle.Attention : AdaptiveContainerStyle.Good, state),
                @case.Crash is { Known: { } known } ? Text.Line(Markdown.Paragraphs(known, CrashRules.LongestKnown), AdaptiveSpacing.Default) : null,
                @case.Crash is { } crash ? Text.Foot($"Told by {crash.By.Name}, {CaseWords.When(crash.At, moment)}") : null,
            ]);
    }

    private static Markdown State(Case @case, Moment moment) => @case.Closed is { } closed
        ? Markdown.Of($"**Fixed {CaseWords.When(closed.At, moment)}** by {closed.By.Name}.")
        : Markdown.Of($"**It falls under a severity level.** {CrashWords.Who(@case, moment)}");
}
