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
            Text.Foot(draft.ToOrigin() is null
                ? Markdown.Of($"It is kept, and offered when somebody asks something alike.")
                : Markdown.Of($"I post it in the thread and keep it, for when somebody asks something alike.")),
        ],
        draft.ToOrigin() is null ? "Keep the answer" : "Post the answer", Verbs.Question.Typed);
}
