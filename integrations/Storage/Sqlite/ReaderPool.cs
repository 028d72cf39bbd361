using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>A few readers that take turns. A read waits for a free one and then runs on the caller's thread: it takes microseconds.</summary>
internal sealed class ReaderPool(string file, IReadOnlyList<Reader> readers) : IAsyncDisposable
{
    private readonly Channel<Reader> idle = Filled(readers);

    public async Task<T> RunAsync<T>(Func<Reader, T> read, CancellationToken cancellationToken)
    {
        var reader = await TakeAsync(cancellationToken);
        try
        {
            return read(reader);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Explain(e, file);
        }
        finally
        {
            idle.Writer.TryWrite(reader);
        }
    }

    /// <summary>Waits for reads that are under way.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < readers.Count; i++)
        {
            await idle.Reader.ReadAsync();
        }

        idle.Writer.Complete();
    }

    private async ValueTask<Reader> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await idle.Reader.ReadAsync(cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteDocumentStore));
        }
    }

    private static Channel<Reader> Filled(IReadOnlyList<Reader> readers)
    {
        var channel = Channel.CreateUnbounded<Reader>();
        foreach (var reader in readers)
        {
            channel.Writer.TryWrite(reader);
        }

        return channel;
    }
}
