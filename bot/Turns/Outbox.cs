using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Microsoft.Bot.Builder;
using NodaTime;

namespace Hausmeister.Bot.Turns;

/// <summary>The adapter that speaks on a channel.</summary>
internal delegate BotAdapter AdapterOf(string channel);

/// <summary>The bot's own id with Azure Bot Service; empty while it runs on this machine alone.</summary>
internal sealed record BotId(string Value);

/// <summary>
/// Sends what turns have committed and nobody is known to have heard: at once where a turn left it to the outbox, at start, and
/// each minute what a channel refused.
/// </summary>
internal sealed partial class Outbox(
    IDocumentStore store, KeyedLocks locks, Marks marks, Delivery delivery, OutboxBell bell, AdapterOf adapterOf, BotId bot, TimeProvider time, ILogger<Outbox> logger)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>An answer that is older than this would only confuse.</summary>
    public static readonly Duration OldestWorthSending = Duration.FromDays(1);

    private const int MostAtOnce = 1_000;

    /// <summary>So many conversations are sent to side by side, as one channel may be slow.</summary>
    private const int SideBySide = 16;

    /// <summary>One round over all entries.</summary>
    public async Task SendAllAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in await store.ListAsync(Keys.Outbox(), MostAtOnce, cancellationToken))
            await TrySendAsync(entry.Key, cancellationToken);
    }

    /// <summary>What turns have left since somebody last looked.</summary>
    public async Task SendRungAsync(CancellationToken cancellationToken)
    {
        foreach (var document in bell.Rung())
            await TrySendAsync(Keys.Outbox(document), cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SendRungAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(SendWhenRungAsync(stoppingToken), SendEachMinuteAsync(stoppingToken));

    private Task SendWhenRungAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        bell.RingsAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stoppingToken },
        async (document, cancellationToken) => await TrySendAsync(Keys.Outbox(document), cancellationToken));

    private async Task SendEachMinuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await SendAllAsync(stoppingToken);
            }
            catch (StorageException e)
            {
                Log.Failed(logger, e, Keys.Outbox());
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TrySendAsync(string entry, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(entry, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(logger, e, entry);
        }
    }

    private async Task SendAsync(string entry, CancellationToken cancellationToken)
    {
        var key = Keys.OfOutbox(entry);
        using var taken = await locks.TakeAsync(key, cancellationToken);
        await marks.FlushAsync(key);
        var work = new Work(store);
        var stored = await work.LoadAsync(TurnDocuments.Conversation, key, cancellationToken);
        var document = stored is null ? null : marks.Fold(key, stored);
        if (document is { Unsent.Count: > 0, Reference: { } reference } && IsWorthSending(document))
        {
            await adapterOf(reference.Channel).ContinueConversationAsync(
                bot.Value,
                reference.ToConversationReference(),
                (context, _) => delivery.SendAsync(context, key, document.Turns, [.. document.Unsent.Select(PendingReply.Of)]),
                cancellationToken);
            return;
        }

        if (document is { Unsent.Count: > 0 })
        {
            Log.TooOld(logger, document.Unsent.Count, key);
            work.Save(TurnDocuments.Conversation, key, document with { Unsent = [] });
        }

        work.Remove(entry);
        await work.CommitAsync(cancellationToken);
    }

    private bool IsWorthSending(ConversationDocument document) =>
        Instant.FromDateTimeOffset(time.GetUtcNow()) - document.LastActivity <= OldestWorthSending;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The outbox could not send {Entry}")]
        public static partial void Failed(ILogger logger, Exception exception, string entry);

        [LoggerMessage(2, LogLevel.Error, "{Count} replies could not be sent for a day and are given up, in {Document}")]
        public static partial void TooOld(ILogger logger, int count, string document);
    }
}
