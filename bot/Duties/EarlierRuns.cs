using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Duties;

/// <summary>Runs of before the bot came here are read once, one with each reading, so that there is something to compare with from the first day on.</summary>
internal sealed class EarlierRuns(IPipeline pipeline, Commits commits)
{
    /// <summary>How long stages usually take, with what was read now; null where that is known already.</summary>
    public async Task<IReadOnlyList<StageUsual>?> UsualAsync(PipelineDay day, DagLook look, Moment moment, CancellationToken cancellationToken)
    {
        if (day.Usual.Count > 0 && day.Usual.All(u => u.Takes is not null))
            return null;
        foreach (var run in look.Runs.Where(r => r.HasEnded && Mornings.Of(r.Due, moment.Squad) < day.Date))
            if (await IsMissingAsync(run, moment, cancellationToken))
            {
                await KeepAsync(run, moment, cancellationToken);
                break;
            }
        return Usual.Of(day.Date, await Desk(moment).HistoryAsync(Usual.Days, cancellationToken));
    }

    private async Task<bool> IsMissingAsync(PipelineRun run, Moment moment, CancellationToken cancellationToken) =>
        await Desk(moment).FindAsync(PipelineDay.IdOf(Mornings.Of(run.Due, moment.Squad)), cancellationToken) is null;

    private async Task KeepAsync(PipelineRun run, Moment moment, CancellationToken cancellationToken)
    {
        var reading = await pipeline.ReadAsync(moment.Squad.Pipeline!, run, cancellationToken);
        var day = PipelineRules.Recall(reading, pipeline.IsRecording, moment);
        await commits.MakeAsync(work => new PipelineDesk(work, moment).KeepAsync(day, cancellationToken), cancellationToken);
    }

    private PipelineDesk Desk(Moment moment) => new(commits.Begin(), moment);
}
