using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>A note on a case; it becomes a comment in the tracker.</summary>
public static class NoteForm
{
    public static AdaptiveCard Build(Case @case) => CaseForm.Of(@case, $"What is new?",
        [Field.Required("note", "Note", "A note needs some words.").Multiline().First(), Text.Foot($"It becomes a comment on the issue, and counts as news.")],
        Target.Of(@case).Positive("Save the note", Verbs.Issue.NoteSave));
}
