using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>The tasks that failed, each a link to the log of its last try. For members alone.</summary>
public static class TroubleLogCard
{
    public static AdaptiveCard Build(PipelineDay day, StageTrouble trouble, Moment moment)
    {
        if (TroubleWords.StageOf(day, trouble)?.Failure is not { } failure)
            return NoticeCard.Of($"**Nothing has failed any more** in {TroubleWords.Name(trouble)}.");
        var title = $"{English.Plural(failure.Count, "task")} of {TroubleWords.Name(trouble)} failed";
        var rest = failure.Count - failure.Tasks.Count;
        return Card.Of($"{title}.",
            [
                Text.Head($"{DagWords.Title(day, moment)}", $"{title}"),
                .. Rows.Spaced(failure.Tasks.Select(task => Block.Item(
                    AdaptiveSpacing.Small,
                    Text.Line(Markdown.Link(TroubleWords.Task(task), task.Log), AdaptiveSpacing.Default),
                    Text.Meta($"Try {TroubleWords.Tries(task, day, moment)}")))),
                rest > 0 ? Text.Line($"and {rest} more") : null,
            ],
            day.Page is { } page ? new AdaptiveOpenUrlAction { Title = "Airflow", Url = page } : null);
    }
}
