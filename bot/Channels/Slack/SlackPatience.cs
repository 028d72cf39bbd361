using System.Collections.Concurrent;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using NodaTime;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// Slack is told in time, and never before what it brought is safe: work is told when it is done, and what takes longer is stored as it came,
/// told, and goes on. Should the process end before it is done, <see cref="SlackLateRunner"/> does it.
/// </summary>
internal sealed partial class SlackPatience(
    SlackInbox inbox, IDocumentStore store, TimeProvider time, [FromKeyedServices(HouseClock.Real)] TimeProvider real, ILogger<SlackPatience> logger)
{
    /// <summary>Slack waits for three seconds (docs.slack.dev/interactivity/handling-user-interaction): this and <see cref="OfCommit"/> leave the rest to the network.</summary>
    public static readonly TimeSpan OfWork = TimeSpan.FromSeconds(1.9);

    public static readonly TimeSpan OfCommit = TimeSpan.FromSeconds(0.7);

    /// <summary>For what is asked of Slack and can be done without.</summary>
    public static readonly TimeSpan OfQuestion = TimeSpan.FromSeconds(10);

    /// <summary>More than that is no slow minute but a fault, and Slack keeps it as well as we do.</summary>
    public const int MostKept = 200;

    private static readonly SlackReply Later = SlackReply.ComeAgain("It takes long and could not be stored. Please come again.");

    private readonly ConcurrentDictionary<string, bool> inHand = new();

    /// <param name="json">As of <see cref="SlackInbox.TakeAsync"/>.</param>
    public async Task<SlackReply> TakeAsync(SlackKind kind, ReadOnlyMemory<byte> json)
    {
        var work = inbox.TakeAsync(kind, json);
        if (await IsDoneWithinAsync(OfWork, work))
            return await work;
        var late = SlackLate.Of(kind, json, Instant.FromDateTimeOffset(time.GetUtcNow()));
        inHand[late.Key] = true;
        var keeping = KeepAsync(late);
        _ = FinishAsync(late.Key, keeping, work);
        return await IsDoneWithinAsync(OfCommit, keeping) && await keeping ? SlackReply.Done : Later;
    }

    /// <summary>It is being done in this process.</summary>
    public bool IsInHand(string key) => inHand.ContainsKey(key);

    private async Task<bool> IsDoneWithinAsync(TimeSpan patience, Task work)
    {
        using var done = new CancellationTokenSource();
        await Task.WhenAny(work, Task.Delay(patience, real, done.Token));
        await done.CancelAsync();
        return work.IsCompleted;
    }

    private async Task<bool> KeepAsync(SlackLate late)
    {
        try
        {
            if ((await store.ListAsync(Keys.Late(KnownChannels.Slack), MostKept, CancellationToken.None)).Count >= MostKept)
            {
                Log.TooMany(logger, MostKept);
                return false;
            }

            var work = new Work(store);
            work.Save(SlackDocuments.Late, late.Key, late);
            await work.CommitAsync(CancellationToken.None);
            Log.Kept(logger, late.Kind);
            return true;
        }
        catch (StorageException e)
        {
            Log.NotKept(logger, e, late.Kind);
            return false;
        }
    }

    private async Task FinishAsync(string key, Task<bool> keeping, Task<SlackReply> work)
    {
        try
        {
            var reply = await work;
            if (await keeping && reply.IsDone)
                await store.CommitAsync(new Commit([new Put(key, null, null)], [], []), CancellationToken.None);
        }
        catch (Exception e)
        {
            Log.Failed(logger, e);
        }
        finally
        {
            inHand.TryRemove(key, out _);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Something of Slack's ({Kind}) takes long and is stored until it is done")]
        public static partial void Kept(ILogger logger, SlackKind kind);

        [LoggerMessage(2, LogLevel.Error, "Something of Slack's ({Kind}) takes long and could not be stored; Slack is told so")]
        public static partial void NotKept(ILogger logger, Exception exception, SlackKind kind);

        [LoggerMessage(3, LogLevel.Error, "{Count} things of Slack's are stored and not done: no more are taken that take long")]
        public static partial void TooMany(ILogger logger, int count);

        [LoggerMessage(4, LogLevel.Error, "Something for which Slack did not wait failed; where it was stored it is tried again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
