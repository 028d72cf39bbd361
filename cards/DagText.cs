using Hausmeister.Cards.Parts;
using Hausmeister.Cards.Rendering;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Cards;

/// <summary>The stages' lines as Slack formats them, in the form that the squad has always posted.</summary>
public static class DagText
{
    public static string Slack(PipelineDay day, Squad squad) =>
        string.Join('\n', day.Stages.Select(stage => SlackText.Mrkdwn(new(
        [
            new($"{Symbol(stage)} "),
            new(PeoplesLine.Of(stage.Name), Bold: true),
            new($" {PeoplesLine.Of(StageWords.Tail(stage, day, squad))}"),
        ]))));

    private static string Symbol(Stage stage) => stage.State switch
    {
        StageState.CalculatedAndLoaded => ":white_check_mark:",
        StageState.BeingLoaded => ":fast_forward:",
        StageState.BeingCalculated => ":arrow_forward:",
        _ => ":x:",
    };
}
