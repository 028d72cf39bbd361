using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Applies decisions about hand-offs outside of turns: each is one commit, decided again for as long as somebody else is faster.</summary>
internal sealed partial class HandOffCommits(IDocumentStore store, LiveSquads squads, DutyBell bell, ILogger<HandOffCommits> logger)
{
    private const int MostAttempts = 5;

    public Task<HandOff?> FindAsync(Moment moment, string id, CancellationToken cancellationToken) => new HandOffDesk(new Work(store), moment).FindAsync(id, cancellationToken);

    public Task<RotaBook> BookAsync(Moment moment, CancellationToken cancellationToken) => new RotaDesk(new Work(store), moment).BookAsync(cancellationToken);

    /// <summary>The hand-off as it is after the decision; null: there is no such one.</summary>
    public Task<HandOff?> DecideAsync(Moment moment, string id, Func<HandOff, HandOff> decide, CancellationToken cancellationToken) =>
        CommitAsync(moment, desk => desk.ApplyAsync(id, decide, cancellationToken), cancellationToken);

    /// <summary>Makes sure that the hand-offs of the next days are there. What fails is made good at the calendar's next look.</summary>
    public async Task EnsureAsync(Squad squad, Instant now, Instant since, CancellationToken cancellationToken)
    {
        try
        {
            await CommitAsync(new Moment(squad, now), async desk =>
            {
                await desk.EnsureAsync(since, cancellationToken);
                return true;
            }, cancellationToken);
        }
        catch (Exception error) when (error is ConflictException or StorageException)
        {
            Log.NotEnsured(logger, error, squad.Id);
        }
    }

    private async Task<T> CommitAsync<T>(Moment moment, Func<HandOffDesk, Task<T>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var work = new Work(store);
            var changed = await change(new HandOffDesk(work, moment));
            if (work.IsEmpty)
                return changed;
            try
            {
                await work.CommitAsync(cancellationToken);
                squads.See(work);
                bell.Ring();
                return changed;
            }
            catch (ConflictException) when (attempt < MostAttempts)
            {
                // Loaded again and decided again.
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The hand-offs of {Squad} were not looked after")]
        public static partial void NotEnsured(ILogger logger, Exception error, string squad);
    }
}
