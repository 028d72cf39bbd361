using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Cards;

/// <summary>When each stage was loaded on the last mornings, as a picture.</summary>
public static class DagHistoryCard
{
    /// <param name="days">The oldest first.</param>
    public static AdaptiveCard Build(Moment moment, Uri picture, IReadOnlyList<PipelineDay> days)
    {
        var isKnown = DagHistory.Of(days, moment).Any(h => h.Finishes.Count > 0);
        return Card.Of($"When the stages of {moment.Squad.Pipeline!.DagId} were loaded in the last {DagHistory.Days} days.",
            [
                Text.Head($"{moment.Squad.Name} · {moment.Squad.Pipeline.DagId}", $"Loaded when, {DagHistory.Days} days"),
                isKnown ? Picture(moment, picture, days) : Text.Line($"No run has ended since I look at it."),
            ],
            Target.Of(moment.Squad).Button("DAG", Verbs.Command.Dag),
            isKnown ? new AdaptiveOpenUrlAction { Title = "Full size", Url = picture } : null);
    }

    private static AdaptiveImage Picture(Moment moment, Uri picture, IReadOnlyList<PipelineDay> days) => new(picture)
    {
        AltText = DagHistoryWords.Of(days, moment),
        Size = AdaptiveImageSize.Stretch,
        Spacing = AdaptiveSpacing.Medium,
    };
}
