using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>Triage: how urgent is it?</summary>
public static class PriorityCard
{
    public static AdaptiveCard Build(TriageDraft draft, string level2Name)
    {
        var target = Target.Of(draft);
        return Card.Of("How urgent is it? P4, P3, P2, P1, or don't know.",
            [
                Text.Head($"Triage · service issue", $"How urgent is it?"),
                Text.Said(draft.What),
                .. PriorityWords.Rows(target, Verb),
                target.Row($"**Don't know**, ask {level2Name}.", null, Verbs.Triage.Unknown, $"Ask {level2Name}"),
                Text.Foot($"Typed works too: 4 means P4."),
            ]);
    }

    private static string Verb(Priority priority) => priority switch
    {
        Priority.P4 => Verbs.Triage.P4,
        Priority.P3 => Verbs.Triage.P3,
        Priority.P2 => Verbs.Triage.P2,
        _ => Verbs.Triage.P1,
    };
}
