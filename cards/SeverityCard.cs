using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>Triage of a P4: does the incident procedure come first?</summary>
public static class SeverityCard
{
    public static AdaptiveCard Build(TriageDraft draft, Squad squad)
    {
        var target = Target.Of(draft);
        return Card.Of("P4: does it fall under a severity level? Yes or no.",
            [
                Text.Head($"Triage · P4", $"Does it fall under a severity level?"),
                Text.Said(draft.What),
                Text.Line($"**Yes** puts the procedure first. Rare for us."),
                squad.SeverityProcedure is { } procedure ? Text.Foot(Markdown.Link("Severity level?", procedure)) : null,
            ],
            target.Button("Yes", Verbs.Triage.SeverityYes),
            target.Button("No", Verbs.Triage.SeverityNo),
            target.Button("Back", Verbs.Triage.Back));
    }
}
