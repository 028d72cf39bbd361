using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards.Parts;

/// <summary>A stage's line as everybody may read it: no node's name, no try, no log.</summary>
internal static class StageWords
{
    public static string Symbol(Stage stage) => stage.State switch
    {
        StageState.CalculatedAndLoaded => "✅",
        StageState.BeingLoaded => "⏩",
        StageState.BeingCalculated => "▶️",
        _ => "❌",
    };

    /// <summary><c>**Contracts** were calculated and loaded</c></summary>
    public static Markdown Line(Stage stage, PipelineDay day, Squad squad) => $"**{stage.Name}** {Tail(stage, day, squad)}";

    /// <summary>What follows the stage's name. Plain text.</summary>
    public static string Tail(Stage stage, PipelineDay day, Squad squad)
    {
        var aside = Aside(stage, day, squad);
        return aside.Length == 0 ? State(stage) : $"{State(stage)} ({aside})";
    }

    /// <summary>The time alone on the day's morning, else with its date: lines are read long after.</summary>
    public static string When(Instant at, PipelineDay day, Squad squad) => SquadTime.ClockOrDay(squad, at, squad.TimeZone.InstantOf(day.Date.AtMidnight()));

    /// <summary><c> 03:12</c>; nothing where Airflow does not say when.</summary>
    public static string At(Instant failed, PipelineDay day, Squad squad) => failed == Instant.MinValue ? "" : $" {When(failed, day, squad)}";

    private static string State(Stage stage) => stage switch
    {
        { State: StageState.CalculatedAndLoaded } => "were calculated and loaded",
        { State: StageState.BeingLoaded, Moves: false, Failure: not null } => "were calculated and have to be loaded again",
        { State: StageState.BeingLoaded, Moves: false, HeldUp: true } => "were calculated and have to be loaded",
        { State: StageState.BeingLoaded } => "were calculated and are being loaded",
        { State: StageState.BeingCalculated } => "are being calculated",
        { Failure.InLoading: false } => "have to be calculated again",
        _ => "have to be calculated",
    };

    private static string Aside(Stage stage, PipelineDay day, Squad squad)
    {
        if (stage.IsLoaded)
            return "";
        if (stage.Failure is { } failure)
        {
            var what = failure.InLoading && stage.State != StageState.BeingLoaded ? "loading failed" : "failed";
            var onIt = day.TroubleOf(stage.Name) is { EndedAt: null, OnIt: { } asked } ? $", {squad.NameOf(asked.Member)} is on it" : "";
            return $"{what}{At(failure.At, day, squad)}{onIt}";
        }
        return !stage.HeldUp ? "" : stage.WaitsFor.Count == 0 ? "waiting for another task" : $"waiting for {English.Series(stage.WaitsFor)}";
    }
}
