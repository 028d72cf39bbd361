using System.Collections.Concurrent;
using System.Threading.Channels;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Bot.Turns;

/// <summary>Replies were sent.</summary>
/// <param name="Turn">The number of the turn that left them.</param>
/// <param name="Sent">How many of them, from the first.</param>
/// <param name="Posts">The messages among them that show a document.</param>
internal sealed record Mark(int Turn, int Sent, IReadOnlyList<ShownPost> Posts);

/// <summary>A message that shows a document, with the id that its channel gave it.</summary>
internal sealed record ShownPost(Shown Shown, string Activity);

/// <summary>
/// Notes what was sent. A turn that showed a document notes it at once, since the document wants the message's id; any other leaves it to
/// the next turn of the conversation, or to one writer in the background, so that a plain turn costs one commit.
/// </summary>
internal sealed partial class Marks(IDocumentStore store, KeyedLocks locks, People people, TimeProvider time, ILogger<Marks> logger) : BackgroundService
{
    /// <summary>How long a mark waits for the conversation's next turn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int MostAttempts = 5;

    private readonly ConcurrentDictionary<string, Mark> pending = new();
    private readonly Channel<string> documents = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>The document as it would be if what is known of it were written.</summary>
    public ConversationDocument Fold(string key, ConversationDocument document) =>
        pending.TryGetValue(key, out var mark) ? document.Sent(mark.Turn, mark.Sent) : document;

    /// <summary>Whoever calls holds the conversation's lock.</summary>
    public async Task RecordAsync(string key, Mark mark)
    {
        pending[key] = pending.TryGetValue(key, out var earlier) ? After(earlier, mark) : mark;
        if (mark.Posts.Count > 0)
            await FlushAsync(key);
        else
            documents.Writer.TryWrite(key);
    }

    /// <summary>Writes what is pending. Whoever calls holds the conversation's lock.</summary>
    public async Task FlushAsync(string key)
    {
        if (!pending.TryGetValue(key, out var mark))
            return;
        try
        {
            await WriteAsync(key, mark);
            pending.TryRemove(key, out _);
        }
        catch (Exception e) when (e is StorageException or ConflictException)
        {
            // The mark stays: the conversation's next turn or the outbox's next round takes it along.
            Log.NotWritten(logger, e, key);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAllAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await documents.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Patience, time, stoppingToken);
            await FlushAllAsync(stoppingToken);
        }
    }

    private async Task FlushAllAsync(CancellationToken cancellationToken)
    {
        HashSet<string> keys = [];
        while (documents.Reader.TryRead(out var key))
            keys.Add(key);
        foreach (var key in keys)
        {
            using var taken = await locks.TakeAsync(key, cancellationToken);
            await FlushAsync(key);
        }
    }

    private async Task WriteAsync(string key, Mark mark)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WriteOnceAsync(key, mark);
                return;
            }
            catch (ConflictException) when (attempt < MostAttempts)
            {
                // Somebody changed the document meanwhile: its newest form learns of the message.
            }
        }
    }

    private async Task WriteOnceAsync(string key, Mark mark)
    {
        var work = new Work(store);
        if (await work.LoadAsync(TurnDocuments.Conversation, key, CancellationToken.None) is { } document)
            Write(work, key, document, document.Sent(mark.Turn, mark.Sent));
        foreach (var (shown, activity) in mark.Posts)
            if (people.Find(shown.Squad) is { } squad)
                await ShownDocuments.NoteAsync(work, new Moment(squad, Now), shown, activity, isLater: true, CancellationToken.None);
        if (!work.IsEmpty)
            await work.CommitAsync(CancellationToken.None);
    }

    private static void Write(Work work, string key, ConversationDocument before, ConversationDocument after)
    {
        if (ReferenceEquals(before, after))
            return;
        work.Save(TurnDocuments.Conversation, key, after);
        if (after.Unsent.Count == 0)
            work.Remove(Keys.Outbox(key));
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>A turn's replies are sent in parts where one failed in between. Messages of an earlier turn are still to be noted.</summary>
    private static Mark After(Mark earlier, Mark mark) =>
        new(mark.Turn, mark.Turn == earlier.Turn ? earlier.Sent + mark.Sent : mark.Sent, [.. earlier.Posts, .. mark.Posts]);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What was sent could not be noted in {Document}")]
        public static partial void NotWritten(ILogger logger, Exception exception, string document);
    }
}
