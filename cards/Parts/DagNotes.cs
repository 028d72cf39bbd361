using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Cards.Parts;

/// <summary>What the one on duty wrote with the run's state.</summary>
internal static class DagNotes
{
    /// <summary>It stands on the post among other things.</summary>
    public const int Longest = 500;

    /// <summary>The last one, marked as theirs; null where there is none.</summary>
    public static AdaptiveContainer? Last(PipelineDay day, Moment moment) => day.Notes is [.., var note]
        ? Block.Quiet(
            Text.Line($"“{Markdown.Paragraphs(note.Text, Longest)}”", AdaptiveSpacing.Default),
            Text.Meta($"{note.By.Name}, {(day.Notes.Count > 1 ? $"changed {StageTimes.Clock(note.At, day, moment)}" : StageTimes.Clock(note.At, day, moment))}"))
        : null;

    public static AdaptiveAction Button(PipelineDay day) => Target.Of(day).Button(day.Notes.Count == 0 ? "Add a note" : "Change the note", Verbs.Dag.Note);
}
