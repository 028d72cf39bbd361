using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Rota;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Applies decisions about hand-offs outside of turns.</summary>
internal sealed class HandOffCommits(Commits commits)
{
    public Task<HandOff?> FindAsync(Moment moment, string id, CancellationToken cancellationToken) => new HandOffDesk(commits.Begin(), moment).FindAsync(id, cancellationToken);

    public Task<RotaBook> BookAsync(Moment moment, CancellationToken cancellationToken) => new RotaDesk(commits.Begin(), moment).BookAsync(cancellationToken);

    /// <summary>The nightly run now; null where the squad has none, or nobody has looked at it for some time.</summary>
    public async Task<PipelineDay?> DagAsync(Moment moment, CancellationToken cancellationToken) => moment.Squad.Pipeline is null
        ? null
        : await new PipelineDesk(commits.Begin(), moment).ShownAsync(cancellationToken) is [var present, ..] && PipelineRules.IsRecent(present, moment.Now) ? present.Snapshot() : null;

    /// <summary>The hand-off as it is after the decision; null: there is no such one.</summary>
    public Task<HandOff?> DecideAsync(Moment moment, string id, Func<HandOff, HandOff> decide, CancellationToken cancellationToken) =>
        commits.MakeAsync(work => new HandOffDesk(work, moment).ApplyAsync(id, decide, cancellationToken), cancellationToken);

    /// <summary>Makes sure that the hand-offs of the next days are there.</summary>
    public Task EnsureAsync(Moment moment, Instant since, CancellationToken cancellationToken) => commits.MakeAsync(async work =>
    {
        await new HandOffDesk(work, moment).EnsureAsync(since, cancellationToken);
        return true;
    }, cancellationToken);
}
