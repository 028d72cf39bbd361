using NodaTime;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <param name="File">The database file; it and its folder are created where they are missing. <c>-wal</c>, <c>-shm</c> and <c>.lock</c> files lie beside it.</param>
public sealed record SqliteStoreOptions(string File)
{
    public Synchronous Synchronous { get; init; } = Synchronous.Full;

    /// <summary>How long a write waits for another program that has locked the file, in whole seconds from 1 on.</summary>
    public Duration LockTimeout { get; init; } = Duration.FromSeconds(5);

    /// <summary>
    /// How long the start looks for damage before it goes on, as people wait for a bot that is down. A file that the system has in memory is read
    /// with about 1 GB/s, from a slow disk with 60 MB/s.
    /// </summary>
    public Duration LongestLookOver { get; init; } = Duration.FromSeconds(10);
}

/// <summary>What an acknowledged commit survives. See SQLite's <c>PRAGMA synchronous</c>.</summary>
public enum Synchronous
{
    /// <summary>A loss of power: every group of commits waits for the disk.</summary>
    Full,

    /// <summary>A kill of the process; a loss of power may take the last commits, never the file's consistency.</summary>
    Normal,
}
