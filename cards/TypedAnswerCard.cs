using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>The answer to a question, typed; it is kept and found for the next one.</summary>
public static class TypedAnswerCard
{
    public static AdaptiveCard Build(TriageDraft draft) => TriageForm.Of(draft, $"Triage · user question", $"What is the answer?",
        [
            Text.Said(draft.What),
            Field.Required("answer", "The answer", "An answer needs some words.").Multiline().First(),
            Text.Foot($"It is kept, and offered when somebody asks something alike."),
        ],
        "Keep the answer", Verbs.Question.Typed);
}
