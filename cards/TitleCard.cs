using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>Triage: what is wrong, in one line.</summary>
public static class TitleCard
{
    public static AdaptiveCard Build(TriageDraft draft) => TriageForm.Of(draft, $"Triage · service issue", $"What is wrong?",
        [
            Field.Required("title", "In one line", "An issue needs a title.", maxLength: TriageDesk.LongestTitle).First(),
            Text.Foot($"It becomes the issue's title. Details can come later."),
        ],
        "Go on", Verbs.Triage.Text);
}
