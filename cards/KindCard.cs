using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>Triage: what is it?</summary>
public static class KindCard
{
    public static AdaptiveCard Build(TriageDraft draft)
    {
        var target = Target.Of(draft);
        return Card.Of("What is it? How somebody uses our service, our service itself, or not sure.",
            [
                Text.Head($"Triage", $"What is it?"),
                Text.Said(draft.What),
                .. Rows.Spaced([
                    target.Row($"How somebody uses our service", $"A user question: point them in the right direction.", Verbs.Triage.Question, "A user question"),
                    target.Row($"Our service itself", $"A service issue: it gets an issue and a priority.", Verbs.Triage.Service, "A service issue"),
                    target.Row($"Not sure", $"Shows the page's test, with an example of each.", Verbs.Triage.Unsure, "Show the test"),
                ]),
                Text.Foot($"Typed works too. back, cancel and help at any step."),
            ]);
    }
}
