using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Cards;

/// <summary>Which stage somebody waits for.</summary>
public static class DagTellCard
{
    /// <summary>The field's id; its value is the stage's name.</summary>
    public const string Stage = "stage";

    public static AdaptiveCard Build(PipelineDay day, Moment moment)
    {
        var open = day.Stages.Where(s => !s.IsLoaded).ToList();
        if (open.Count == 0)
            return NoticeCard.Of($"**All stages are loaded** of the {DagWords.Name(day, moment)}.");
        return Card.Of("Tell you when which stage is loaded?",
            [
                Text.Head($"{DagWords.Title(day, moment)}", $"Which stage do you wait for?"),
                new AdaptiveChoiceSetInput
                {
                    Id = Stage,
                    Label = "Stage",
                    Style = AdaptiveChoiceInputStyle.Expanded,
                    Value = open[0].Name,
                    Choices = [.. open.Select(s => Field.Choice(s.Name, s.Name))],
                }.First(),
                Text.Foot($"You get one message here when it is loaded."),
            ],
            Target.Of(day).Positive("Tell me", Verbs.Dag.TellStage),
            Target.Of(day).Leave("Cancel", Verbs.Issue.FormCancel));
    }

    /// <summary>After the choice.</summary>
    public static AdaptiveCard Chosen(PipelineDay day, Moment moment, string stage) =>
        Card.Done($"**I tell you when {stage} are loaded**", $"{DagWords.Title(day, moment)}");
}
