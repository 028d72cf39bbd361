using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>
/// Serves a squad's calendar: reads what changed in the tracker, since the tracker is the truth, deletes what was kept long enough,
/// and plans the hand-offs and nightly runs of the next days.
/// </summary>
internal sealed partial class CalendarRunner(
    IDocumentStore store, CaseCommits cases, HandOffCommits handOffs, RotaTopicEffects topics, Commits commits, IIssueTracker tracker, RetentionRound retention, ILogger<CalendarRunner> logger)
{
    /// <summary>Read again, should the tracker's clock be behind ours.</summary>
    private static readonly Duration Overlap = Duration.FromMinutes(1);

    /// <summary>Makes sure that the calendar's next duty is enqueued, and that topics follow the rota.</summary>
    public async Task EnsureAsync(Squad squad, Instant now, CancellationToken cancellationToken)
    {
        var work = new Work(store);
        var calendar = await work.LoadAsync(DocumentTypes.Calendar, Keys.Calendar(squad.Id), cancellationToken);
        calendar = calendar?.NotAheadOf(now) ?? new SquadCalendar { TrackerReadTo = now, TrackerReadNext = now };
        calendar = calendar with { Since = calendar.Since ?? now };
        Save(work, squad, calendar);
        // Where somebody else was faster, they did it.
        await work.TryCommitAsync(cancellationToken);
        await PlanAsync(new Moment(squad, now), calendar.Since.Value, cancellationToken);
        await topics.FollowAsync(new Moment(squad, now), cancellationToken);
    }

    public async Task<Served> RunAsync(Squad squad, Instant now, CancellationToken cancellationToken)
    {
        var work = new Work(store);
        if (await work.LoadAsync(DocumentTypes.Calendar, Keys.Calendar(squad.Id), cancellationToken) is not { } calendar || calendar.TrackerReadNext > now)
            return Served.Done;
        await PlanAsync(new Moment(squad, now), calendar.Since ?? now, cancellationToken);
        var read = await ReadTrackerAsync(new Moment(squad, now), calendar.TrackerReadTo - Overlap, cancellationToken);
        calendar = await retention.RunAsync(calendar, new Moment(squad, now), cancellationToken);
        Save(work, squad, calendar with { TrackerReadTo = read ? now : calendar.TrackerReadTo, TrackerReadNext = now + SquadCalendar.TrackerPause });
        // Where somebody else was faster, they did it.
        await work.TryCommitAsync(cancellationToken);
        return Served.Done;
    }

    /// <summary>What fails is made good at the next look: the calendar's other duties do not wait for it.</summary>
    private async Task PlanAsync(Moment moment, Instant since, CancellationToken cancellationToken)
    {
        try
        {
            await handOffs.EnsureAsync(moment, since, cancellationToken);
            if (moment.Squad.Pipeline is not null)
                await PlanRunsAsync(moment, since, cancellationToken);
        }
        catch (StorageException error)
        {
            Log.NotPlanned(logger, error, moment.Squad.Id);
        }
    }

    private Task PlanRunsAsync(Moment moment, Instant since, CancellationToken cancellationToken) => commits.MakeAsync(async work =>
    {
        await new PipelineDesk(work, moment).EnsureAsync(since, cancellationToken);
        return true;
    }, cancellationToken);

    private async Task<bool> ReadTrackerAsync(Moment moment, Instant since, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var issue in await tracker.ListChangedAsync(moment.Squad.Issues, since, cancellationToken))
                if (await cases.FindByNumberAsync(moment, issue.Number, cancellationToken) is { } known)
                    await cases.DecideAsync(moment, known.Id, c => ServiceIssues.SeenInTracker(c, issue, moment), cancellationToken);
            return true;
        }
        catch (TrackerException error)
        {
            Log.NotRead(logger, error.Trouble, moment.Squad.Id);
            return false;
        }
    }

    private static void Save(Work work, Squad squad, SquadCalendar calendar) =>
        work.Save(DocumentTypes.Calendar, Keys.Calendar(squad.Id), calendar with { Revision = calendar.Revision + 1 });

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The hand-offs and nightly runs of {Squad} were not planned")]
        public static partial void NotPlanned(ILogger logger, Exception error, string squad);

        [LoggerMessage(LogLevel.Warning, "The tracker of {Squad} was not read ({Trouble})")]
        public static partial void NotRead(ILogger logger, TrackerTrouble trouble, string squad);
    }
}
