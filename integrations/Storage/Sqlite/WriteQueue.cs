using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>
/// The one writer. It takes everything that waits into one transaction, so that writes that come together share one wait for the disk.
/// Nobody hears an outcome, not even of a conflict, before the transaction is committed: who is told of a conflict reads again at once.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    /// <summary>So many writes at most share a transaction, so that the first does not wait long for the last.</summary>
    private const int GroupLimit = 256;

    private readonly string file;
    private readonly Writer writer;
    private readonly SharedTransaction transaction;
    private readonly Channel<PendingWrite> pending = Channel.CreateUnbounded<PendingWrite>(new() { SingleReader = true });
    private readonly Task loop;

    public WriteQueue(string file, SqliteConnection connection)
    {
        this.file = file;
        writer = new(connection);
        transaction = new(connection);
        loop = Task.Run(RunAsync);
    }

    /// <summary>How many transactions were committed so far.</summary>
    public int Transactions { get; private set; }

    public Task<T> RunAsync<T>(Func<Writer, T> write, CancellationToken cancellationToken)
    {
        var queued = new PendingWrite<T>(write, cancellationToken);
        ObjectDisposedException.ThrowIf(!pending.Writer.TryWrite(queued), typeof(SqliteDocumentStore));
        return queued.Outcome;
    }

    public Task RunAsync(Action<Writer> write, CancellationToken cancellationToken) =>
        RunAsync(writer => { write(writer); return true; }, cancellationToken);

    /// <summary>Finishes what is queued.</summary>
    public async ValueTask DisposeAsync()
    {
        pending.Writer.TryComplete();
        await loop;
    }

    private async Task RunAsync()
    {
        await foreach (var first in pending.Reader.ReadAllAsync())
        {
            Store([first]);
        }
    }

    private void Store(List<PendingWrite> group)
    {
        try
        {
            transaction.Begin();
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Failure = transaction.Isolate(() => group[i].Run(writer));
                if (group.Count < GroupLimit && pending.Reader.TryRead(out var next))
                {
                    group.Add(next);
                }
            }

            transaction.Commit();
            Transactions++;
        }
        catch (Exception e)
        {
            group.ForEach(write => write.Failure = e);
        }

        group.ForEach(write => write.Tell(file));
    }
}
