using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>Triage: the question, and who asks it.</summary>
public static class QuestionTextCard
{
    public static AdaptiveCard Build(TriageDraft draft) => TriageForm.Of(draft, $"Triage · user question", $"What is the question?",
        [
            Field.Required("question", "The question", "A question needs some words.").Multiline().First(),
            Field.Optional("reporter", "Who asks, and where?", draft.Reporter, maxLength: Field.LongestName),
        ],
        "Go on", Verbs.Triage.Text);
}
