using System.Collections.Concurrent;
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

    /// <summary>A disk that is full has no room a second later; it would only get a longer log.</summary>
    private static readonly TimeSpan StoragePause = TimeSpan.FromSeconds(10);

    /// <summary>How many are served at once: one that waits for a slow tracker holds up nobody else.</summary>
    private const int AtOnce = 16;

    private readonly SemaphoreSlim free = new(AtOnce);
    private readonly ConcurrentDictionary<Task, bool> serving = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // A duty in hand is finished.
        await Task.WhenAll(serving.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        free.Dispose();
        base.Dispose();
    }

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
            catch (StorageException trouble)
            {
                Log.NoStorage(logger, trouble.Message);
                await Task.Delay(StoragePause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception error)
            {
                Log.LoopFailed(logger, error);
                await Task.Delay(Nap, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Takes one at a time, so that none is taken that nobody is free to serve.</summary>
    private async Task<bool> ServeDueAsync(CancellationToken stoppingToken)
    {
        await free.WaitAsync(stoppingToken);
        if (await TakeAsync(stoppingToken) is not { } wakeUp)
            return false;
        var task = ServeAsync(wakeUp, CancellationToken.None);
        serving[task] = true;
        _ = task.ContinueWith(
            done =>
            {
                serving.TryRemove(done, out _);
                free.Release();
            },
            TaskScheduler.Default);
        return true;
    }

    private async Task<TakenWakeUp?> TakeAsync(CancellationToken stoppingToken)
    {
        TakenWakeUp? taken = null;
        try
        {
            if (await store.NextDueAsync(stoppingToken) <= Now() && await store.TakeAsync(Now(), Lease, 1, stoppingToken) is [var due])
                taken = due;
            return taken;
        }
        finally
        {
            if (taken is null)
                free.Release();
        }
    }

    private async Task ServeAsync(TakenWakeUp wakeUp, CancellationToken cancellationToken)
    {
        try
        {
            var served = await server.ServeAsync(wakeUp.WakeUp, Now(), cancellationToken);
            if (served is Served.PutBack { Due: var again })
                await store.PutBackAsync(wakeUp, again, cancellationToken);
            else if (served == Served.Done)
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

        [LoggerMessage(LogLevel.Error, "What is owed waits for the storage: {Trouble}")]
        public static partial void NoStorage(ILogger logger, string trouble);

        [LoggerMessage(LogLevel.Error, "A wake-up of {Document} failed and comes again")]
        public static partial void WakeUpFailed(ILogger logger, Exception error, string document);
    }
}
