using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>To the one on duty: this goes out soon, and something is abnormal.</summary>
public static class DagPreviewCard
{
    public static AdaptiveCard Build(PipelineDay day, Moment moment)
    {
        var postAt = Mornings.PostAt(day.Date, moment.Squad);
        if (day.PostedAt is { } posted)
            return Card.Of($"Posted {StageTimes.Clock(posted, day, moment)}.",
                [
                    Text.Line($"**Posted {StageTimes.Clock(posted, day, moment)}.** {DagWords.Name(day, moment)}.", AdaptiveSpacing.Default),
                    DagNotes.Last(day, moment),
                ],
                DagNotes.Button(day));
        if (moment.Now >= postAt + Duration.FromDays(1))
            return Card.Done($"**{DagWords.Name(day, moment)} was not posted**", $"It was due at {SquadTime.Clock(moment.Squad, postAt)}, and a day is over since");

        var state = DagState.Of(day, moment);
        var title = Title(day, postAt, moment);
        return Card.Of($"{title}: {state.Short}.",
            [
                Text.Head($"{DagWords.Title(day, moment)}", $"{title}"),
                state.Element,
                .. Lines(day, moment),
                DagNotes.Last(day, moment),
                Text.Foot(Markdown.Join(" ", [
                    day.IsRecording ? Markdown.Of($"{DagWords.Recording}") : null,
                    day.Notes.Count > 0 ? Markdown.Of($"The note goes out with it.")
                        : day.Unseen is null ? Markdown.Of($"If you do nothing, it goes out without a note.") : Markdown.Of($"Nothing is posted until Airflow answers.")])),
            ],
            DagNotes.Button(day),
            Target.Of(day).Button("Post now", Verbs.Dag.PostNow));
    }

    private static IEnumerable<AdaptiveElement> Lines(PipelineDay day, Moment moment) => day.SeenAt is null
        ? []
        : day.Stages.Select((stage, i) => Text.Line(
            $"{StageWords.Symbol(stage)} {StageWords.Line(stage, day, moment.Squad)}", i == 0 ? AdaptiveSpacing.Medium : AdaptiveSpacing.Small));

    private static string Title(PipelineDay day, Instant postAt, Moment moment)
    {
        var clock = SquadTime.Clock(moment.Squad, postAt);
        return moment.Now >= postAt ? $"This was due at {clock}" : day.Unseen is null ? $"This goes out at {clock}" : $"This is due at {clock}";
    }
}
