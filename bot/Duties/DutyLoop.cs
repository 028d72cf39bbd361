using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Takes wake-ups when they are due and has each served. The only loop of the program.</summary>
internal sealed partial class DutyLoop(IDocumentStore store, WakeUpServer server, DutyBell bell, TimeProvider time, ILogger<DutyLoop> logger) : BackgroundService
{
    /// <summary>Longer than any effect may take, so that nobody else tries the same at the same time.</summary>
    private static readonly Duration Lease = Duration.FromMinutes(2);

    /// <summary>The longest sleep, should a ring be missed.</summary>
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(1);

    private const int Batch = 32;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await ServeDueAsync(stoppingToken))
                    await bell.WaitAsync(Nap, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Log.LoopFailed(logger, error);
                await Task.Delay(Nap, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> ServeDueAsync(CancellationToken stoppingToken)
    {
        var due = await store.TakeAsync(Now(), Lease, Batch, stoppingToken);
        // A duty in hand is finished, also while the program stops.
        await Parallel.ForEachAsync(due, CancellationToken.None, async (wakeUp, token) => await ServeAsync(wakeUp, token));
        return due.Count > 0;
    }

    private async Task ServeAsync(TakenWakeUp wakeUp, CancellationToken cancellationToken)
    {
        try
        {
            if (await server.ServeAsync(wakeUp.WakeUp, Now(), cancellationToken) is { } again)
                await store.PutBackAsync(wakeUp, again, cancellationToken);
            else
                await store.CompleteAsync(wakeUp, cancellationToken);
        }
        catch (Exception error)
        {
            Log.WakeUpFailed(logger, error, wakeUp.WakeUp.Document);
            await store.PutBackAsync(wakeUp, Now() + Lease, cancellationToken);
        }
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The duty loop failed and goes on")]
        public static partial void LoopFailed(ILogger logger, Exception error);

        [LoggerMessage(LogLevel.Error, "A wake-up of {Document} failed and comes again")]
        public static partial void WakeUpFailed(ILogger logger, Exception error, string document);
    }
}
