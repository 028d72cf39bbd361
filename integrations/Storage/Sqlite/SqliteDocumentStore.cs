using Hausmeister.Domain.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>The embedded store: one SQLite file in WAL mode, one writer, a few readers, one process.</summary>
public sealed partial class SqliteDocumentStore : IDocumentStore, IAsyncDisposable
{
    private const int Readers = 4;

    private readonly Stack<IDisposable> opened;
    private readonly ReaderPool reads;
    private readonly WriteQueue writes;
    private bool disposed;

    private SqliteDocumentStore(Stack<IDisposable> opened, ReaderPool reads, WriteQueue writes)
    {
        this.opened = opened;
        this.reads = reads;
        this.writes = writes;
    }

    /// <summary>Opens the file, creates it where it is missing, and upgrades an older one.</summary>
    /// <exception cref="StorageException">
    /// It cannot be created or written, is in use by another process, is damaged, is not a database or another program's, or was written by a newer program.
    /// </exception>
    public static SqliteDocumentStore Open(SqliteStoreOptions options, ILogger<SqliteDocumentStore>? logger = null)
    {
        var file = DataFile.PathOf(options.File);
        Stack<IDisposable> opened = new();
        try
        {
            return Open(file, options, opened, logger ?? NullLogger<SqliteDocumentStore>.Instance);
        }
        catch (Exception e)
        {
            Close(opened);
            throw SqliteErrors.Explain(e, file);
        }
    }

    public Task<StoredDocument?> ReadAsync(string key, CancellationToken cancellationToken) =>
        reads.RunAsync(reader => reader.Document(key), cancellationToken);

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string prefix, int limit, CancellationToken cancellationToken) =>
        reads.RunAsync(reader => reader.Documents(prefix, limit), cancellationToken);

    public Task<Committed> CommitAsync(Commit commit, CancellationToken cancellationToken) =>
        writes.RunAsync(writer => writer.Store(commit), cancellationToken);

    public Task<IReadOnlyList<StoredRow>> ReadRowsAsync(string stream, long after, int limit, CancellationToken cancellationToken) =>
        reads.RunAsync(reader => reader.Rows(stream, after, limit), cancellationToken);

    public Task<IReadOnlyList<TakenWakeUp>> TakeAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken) =>
        writes.RunAsync(writer => writer.Take(now, lease, limit), cancellationToken);

    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) =>
        reads.RunAsync(reader => reader.NextDue(), cancellationToken);

    public Task CompleteAsync(TakenWakeUp wakeUp, CancellationToken cancellationToken) =>
        writes.RunAsync(writer => writer.Complete(wakeUp), cancellationToken);

    public Task PutBackAsync(TakenWakeUp wakeUp, Instant due, CancellationToken cancellationToken) =>
        writes.RunAsync(writer => writer.PutBack(wakeUp, due), cancellationToken);

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await writes.RunAsync(writer => writer.Touch(), cancellationToken);
        await NextDueAsync(cancellationToken);
    }

    /// <summary>Finishes what is queued and leaves one file: SQLite moves the log into it when the last connection closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        await writes.DisposeAsync();
        await reads.DisposeAsync();
        Close(opened);
    }

    private static SqliteDocumentStore Open(string file, SqliteStoreOptions options, Stack<IDisposable> opened, ILogger logger)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        opened.Push(FileLock.Take(file));
        if (Replacement.Finish(file) is { } replaced)
        {
            Log.RestoreFinished(logger, file, replaced);
        }

        var connection = Connect(file, SqliteOpenMode.ReadWriteCreate, options, opened);
        Schema.Current.Check(connection);
        LookOver(connection, options, logger);
        Durability.Set(connection, options.Synchronous);
        if (Schema.Current.Upgrade(connection) is > 0 and var found && found < Schema.Current.Version)
        {
            Log.Upgraded(logger, file, found, Schema.Current.Version);
        }

        // The file is ours alone: whoever held a wake-up is gone.
        connection.Run("UPDATE wake_ups SET until = NULL WHERE until IS NOT NULL");
        Reader[] readers = [.. Enumerable.Range(0, Readers).Select(_ => new Reader(Connect(file, SqliteOpenMode.ReadOnly, options, opened)))];
        return new(opened, new(file, readers), new(file, connection));
    }

    private static void LookOver(SqliteConnection connection, SqliteStoreOptions options, ILogger logger)
    {
        using var enough = new CancellationTokenSource(options.LongestLookOver.ToTimeSpan());
        if (!Integrity.LookOver(connection, enough.Token))
        {
            Log.LookedOverInPart(logger, connection.DataSource, options.LongestLookOver);
        }
    }

    private static SqliteConnection Connect(string file, SqliteOpenMode mode, SqliteStoreOptions options, Stack<IDisposable> opened)
    {
        var connection = DataFile.Connection(file, mode, options.LockTimeout);
        opened.Push(connection);
        connection.Open();
        return connection;
    }

    private static void Close(Stack<IDisposable> opened)
    {
        while (opened.TryPop(out var last))
        {
            last.Dispose();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The restore of {File} had been interrupted and is finished; the replaced file is {Replaced}")]
        public static partial void RestoreFinished(ILogger logger, string file, string replaced);

        [LoggerMessage(2, LogLevel.Warning, "No damage was found in {File}, but only a part was looked at within {Longest}; scripts/backup checks all of it")]
        public static partial void LookedOverInPart(ILogger logger, string file, Duration longest);

        [LoggerMessage(3, LogLevel.Warning, "{File} was brought from schema version {Found} to {Version}; an older Hausmeister no longer opens it")]
        public static partial void Upgraded(ILogger logger, string file, int found, int version);
    }
}
