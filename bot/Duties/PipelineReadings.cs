using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Duties;

/// <summary>Reads a day's run, and beside it what the day does not know yet.</summary>
internal sealed partial class PipelineReadings(IPipeline pipeline, EarlierRuns earlier, IOpenIssues openIssues, TimeProvider time, ILogger<PipelineReadings> logger)
{
    /// <summary>For all that is asked for a reading; the claim on the duty lasts longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<Func<PipelineDay, PipelineDay>> ReadAsync(PipelineDay day, Moment moment, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var sight = await LookAsync(day, moment, either.Token);
            return d => PipelineRules.See(d, sight, moment);
        }
        catch (PipelineException error)
        {
            return NotSeen(day, error.Message, moment);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NotSeen(day, "Airflow does not answer in time.", moment);
        }
    }

    private async Task<Sight> LookAsync(PipelineDay day, Moment moment, CancellationToken cancellationToken)
    {
        var settings = moment.Squad.Pipeline!;
        var look = await pipeline.LookAsync(settings, cancellationToken);
        var sight = new Sight(look, null) { IsRecording = pipeline.IsRecording };
        if (PipelineRules.RunOf(day, look, moment.Squad) is not { } run)
            return sight;
        var reading = await pipeline.ReadAsync(settings, run, cancellationToken);
        return sight with
        {
            Reading = reading with { Nodes = [.. reading.Nodes.Select(n => WithLogs(n, settings, reading.Run))] },
            Page = pipeline.IsRecording ? null : pipeline.PageOf(settings, reading.Run),
            Upstream = day.Upstream is null ? StageLinks.Upstream(settings, await pipeline.TasksAsync(settings, cancellationToken)) : null,
            Usual = await earlier.UsualAsync(day, look, moment, cancellationToken),
            Same = await SameNodesAsync(day, StageReader.Read(settings, reading, null), moment, cancellationToken),
        };
    }

    private NodeReading WithLogs(NodeReading node, PipelineSettings settings, PipelineRun run) =>
        node.FailedTasks is null || pipeline.IsRecording ? node : node with { FailedTasks = [.. node.FailedTasks.Select(t => t with { Log = pipeline.LogOf(settings, run, t) })] };

    /// <summary>The open issues about what has failed just now.</summary>
    private async Task<IReadOnlyDictionary<string, SameNode>> SameNodesAsync(PipelineDay day, IReadOnlyList<Stage> stages, Moment moment, CancellationToken cancellationToken)
    {
        var failed = stages.Where(s => s.Failure is { } failure && day.TroubleOf(s.Name)?.Since != failure.At).ToList();
        if (failed.Count == 0)
            return new Dictionary<string, SameNode>();
        var listed = await openIssues.ListAsync(moment.Squad, cancellationToken);
        return failed
            .Select(s => (s.Name, Same: SameNode.Find(s.Failure!, listed.Issues, moment.Squad)))
            .Where(found => found.Same is not null)
            .ToDictionary(found => found.Name, found => found.Same!);
    }

    private Func<PipelineDay, PipelineDay> NotSeen(PipelineDay day, string why, Moment moment)
    {
        if (day.Unseen?.Why == why)
            Log.StillNotSeen(logger, moment.Squad.Id, day.Id);
        else
            Log.NotSeen(logger, moment.Squad.Id, day.Id, why);
        return d => PipelineRules.NotSeen(d, why, moment);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The nightly run of {Squad} for {Day} is not read: {Why}")]
        public static partial void NotSeen(ILogger logger, string squad, string day, string why);

        [LoggerMessage(LogLevel.Debug, "The nightly run of {Squad} for {Day} is still not read")]
        public static partial void StillNotSeen(ILogger logger, string squad, string day);
    }
}
