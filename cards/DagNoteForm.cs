using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Cards;

/// <summary>What the one on duty wants to say with the run's state.</summary>
public static class DagNoteForm
{
    /// <summary>The field's id.</summary>
    public const string Note = "text";

    /// <summary>In UTF-16 units.</summary>
    public const int Longest = DagNotes.Longest;

    public static AdaptiveCard Build(PipelineDay day, Moment moment)
    {
        var title = day.Notes.Count == 0 ? "Add a note" : "Change the note";
        return Card.Of($"{title} to the {DagWords.Name(day, moment)}",
            [
                Text.Head($"{DagWords.Title(day, moment)}", $"{title}"),
                Field.Required(Note, "Note", "A note needs some words.", day.Notes is [.., var last] ? last.Text : null, Longest).Multiline().First(),
                Text.Foot($"{(day.PostedAt is null ? "It goes out with the post" : "It stands on the post")}, under your name, for everybody."),
            ],
            Target.Of(day).Positive("Save the note", Verbs.Dag.NoteSave),
            Target.Of(day).Leave("Cancel", Verbs.Issue.FormCancel));
    }
}
