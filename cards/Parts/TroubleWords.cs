using System.Globalization;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards.Parts;

/// <summary>How cards speak about what is wrong with the nightly run.</summary>
internal static class TroubleWords
{
    private const int NodesShown = 2;

    public static Stage? StageOf(PipelineDay day, StageTrouble trouble) => day.Stages.FirstOrDefault(s => s.Name == trouble.Stage);

    public static string Failed(StageFailure failure) => failure.InLoading ? "failed to load" : "failed";

    /// <summary><c>Financial Reports</c>, or the run itself.</summary>
    public static string Name(StageTrouble trouble) => trouble.Stage ?? "the run";

    /// <summary>What is wrong now, without any node's name: everybody may read it. Plain text.</summary>
    public static string What(PipelineDay day, StageTrouble trouble, Moment moment) => StageOf(day, trouble) is { } stage
        ? OfStage(stage, day, trouble, moment)
        : $"{(trouble.Stage is null ? "The run has not started" : $"{trouble.Stage} were in trouble")}{OfRun(day, trouble, moment)}";

    /// <summary>What was wrong, once it is over. Plain text.</summary>
    public static string Was(PipelineDay day, StageTrouble trouble, Moment moment) => trouble.Kind switch
    {
        TroubleKind.Failed => $"failed{StageWords.At(trouble.Since, day, moment.Squad)}",
        TroubleKind.NotStarted => $"was due {StageTimes.Clock(trouble.Since, day, moment)}",
        TroubleKind.PastSla => "past an external SLA",
        _ => $"target {StageTimes.Clock(trouble.Since, day, moment)}",
    };

    /// <summary><c>finance.ledger, no tries left</c>; of a mapped task how many of its tasks.</summary>
    public static string Nodes(StageFailure failure)
    {
        var nodes = failure.Tasks.GroupBy(t => t.Id).ToList();
        var named = nodes.Take(NodesShown).Select(Node).ToList();
        var rest = failure.Count - nodes.Take(NodesShown).Sum(n => n.Count());
        var all = English.Series([.. named, .. rest > 0 ? [English.Plural(rest, "more task")] : Array.Empty<string>()]);
        return $"{all}, {(failure.Tasks.All(t => t.Try >= t.MostTries) ? "no tries left" : "not tried again")}";
    }

    /// <summary><c>itaipu-rest [3]</c></summary>
    public static string Task(FailedTask task) => task.MapIndex < 0 ? task.Id : string.Create(CultureInfo.InvariantCulture, $"{task.Id} [{task.MapIndex}]");

    /// <summary>How far a stage is that has not failed: <c>being calculated since 04:02</c></summary>
    public static string Now(Stage stage, PipelineDay day, Moment moment)
    {
        var state = stage.State switch
        {
            StageState.BeingLoaded => "being loaded",
            StageState.BeingCalculated => "being calculated",
            _ => "not started",
        };
        return stage.Since is { } since ? $"{state} since {StageTimes.Clock(since, day, moment)}" : state;
    }

    /// <summary><c>3 of 3, 03:02 to 03:12</c></summary>
    public static Markdown Tries(FailedTask task, PipelineDay day, Moment moment, string before = "")
    {
        var times = (task.StartedAt, task.EndedAt) switch
        {
            ({ } from, { } to) => $", {before}{StageTimes.Clock(from, day, moment)} to {StageTimes.Clock(to, day, moment)}",
            (null, { } to) => $", {before}until {StageTimes.Clock(to, day, moment)}",
            _ => "",
        };
        return $"{task.Try} of {task.MostTries}{times}";
    }

    /// <summary><c>Holds up 3 stages. Contracts are fine.</c></summary>
    public static Markdown Beside(PipelineDay day, StageTrouble trouble)
    {
        var heldUp = TroubleRules.HeldUpBy(day, trouble);
        var fine = trouble.Stage is null ? [] : TroubleRules.FineBeside(day, trouble);
        return Markdown.Join(" ", [
            heldUp.Count == 0 ? null : Markdown.Of($"Holds up {English.Plural(heldUp.Count, "stage")}."),
            fine.Count == 0 ? null : Markdown.Of($"{English.Series([.. fine.Select(s => s.Name)])} are fine.")]);
    }

    private static string Node(IGrouping<string, FailedTask> tasks) => tasks.All(t => t.MapIndex < 0) ? tasks.Key : $"{tasks.Key}, {tasks.Count()} of its tasks";

    private static string OfStage(Stage stage, PipelineDay day, StageTrouble trouble, Moment moment)
    {
        if (stage.Failure is { } failure)
            return $"{stage.Name} {Failed(failure)}{StageWords.At(failure.At, day, moment.Squad)}";
        if (trouble.Kind == TroubleKind.Failed)
            return $"{stage.Name} {Was(day, trouble, moment)} and {Again(stage, trouble, day, moment)}";
        var times = StageTimes.Of(stage, day, moment);
        var late = $"{stage.Name} are {(times.IsLate ? StageTimes.Words(times.Late!.Value) : "late")}";
        if (trouble.Kind != TroubleKind.PastSla)
            return late;
        return times.Sla is { } sla && sla <= moment.Now
            ? $"{late}, past the external SLA of {StageTimes.Clock(sla, day, moment)}"
            : $"{late}{OfRun(day, trouble, moment)}";
    }

    /// <summary>Since when is told where nothing of it ran on while the rest had failed.</summary>
    private static string Again(Stage stage, StageTrouble trouble, PipelineDay day, Moment moment) => stage switch
    {
        { State: StageState.HasToBeCalculated } => "are to run again",
        { Since: { } since } when since > trouble.Since => $"run again since {StageWords.When(since, day, moment.Squad)}",
        _ => "run again",
    };

    /// <summary>Whose promise it breaks, where that is another stage's.</summary>
    private static string OfRun(PipelineDay day, StageTrouble trouble, Moment moment)
    {
        if (trouble.Kind != TroubleKind.PastSla)
            return "";
        var broken = day.Stages.Where(s => !s.IsLoaded && StageTimes.Of(s, day, moment).Sla <= moment.Now).Select(s => s.Name).ToList();
        return broken.Count == 0 ? "" : $", and {English.Series(broken)} are past their external SLA";
    }
}
