using System.Globalization;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;

namespace Hausmeister.Domain.Pipeline;

/// <summary>What went wrong in plain words, for an issue or a note on one.</summary>
public static class TroubleReport
{
    /// <summary><c>Financial Reports failed: finance.ledger</c></summary>
    public static string Title(PipelineDay day, StageTrouble trouble) => (trouble.Stage, Failure(day, trouble)) switch
    {
        (null, _) => $"{day.DagId} has not started",
        ({ } stage, { } failure) => $"{stage} failed: {Names(failure)}",
        ({ } stage, null) => $"{stage} are late",
    };

    /// <summary>The same with the run, when, which tries and where their logs are; a line each.</summary>
    public static string Details(PipelineDay day, StageTrouble trouble, Squad squad)
    {
        var run = day.Due is { } due ? $"{day.DagId}, due {SquadTime.Day(squad, due)}" : day.DagId;
        IEnumerable<string> lines = [$"{Title(day, trouble)} (since {SquadTime.Day(squad, trouble.Since)}). Run: {run}.", .. Failure(day, trouble) is { } failure ? Tasks(failure, squad) : []];
        return string.Join('\n', lines);
    }

    private static StageFailure? Failure(PipelineDay day, StageTrouble trouble) => day.Stages.FirstOrDefault(s => s.Name == trouble.Stage)?.Failure;

    private static IEnumerable<string> Tasks(StageFailure failure, Squad squad) => failure.Tasks.Select(task => string.Create(
        CultureInfo.InvariantCulture,
        $"{task.Id}{(task.MapIndex < 0 ? "" : $" [{task.MapIndex}]")}, try {task.Try} of {task.MostTries}{(task.EndedAt is { } at ? $", failed {SquadTime.Day(squad, at)}" : "")}{(task.Log is null ? "" : $": {task.Log}")}"));

    private static string Names(StageFailure failure)
    {
        var names = failure.Tasks.Select(t => t.Id).Distinct().ToList();
        return names.Count <= 3 ? English.Series(names) : $"{string.Join(", ", names.Take(3))} and more";
    }
}
