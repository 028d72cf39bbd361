using System.Text.RegularExpressions;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Cards;

/// <summary>The stages' lines as Slack formats them, in the form that the squad has always posted.</summary>
public static partial class DagText
{
    public static string Slack(PipelineDay day, Squad squad) =>
        string.Join('\n', day.Stages.Select(stage => $"{Symbol(stage)} *{Literal(stage.Name)}* {Literal(StageWords.Tail(stage, day, squad))}"));

    private static string Symbol(Stage stage) => stage.State switch
    {
        StageState.CalculatedAndLoaded => ":white_check_mark:",
        StageState.BeingLoaded => ":fast_forward:",
        StageState.BeingCalculated => ":arrow_forward:",
        _ => ":x:",
    };

    /// <summary>Slack has no escape for its marks: look-alikes stand for those that would format.</summary>
    private static string Literal(string words) => Mark().Replace(PeoplesLine.Of(words), mark => mark.Value switch
    {
        "&" => "&amp;",
        "<" => "&lt;",
        ">" => "&gt;",
        "*" => "∗",
        "_" => "ˍ",
        "~" => "∼",
        _ => "ˋ",
    });

    // Inside a word, as in my_sales, only a star formats.
    [GeneratedRegex(@"[&<>*]|(?<![\p{L}\p{N}])[_~`]|[_~`](?![\p{L}\p{N}])")]
    private static partial Regex Mark();
}
