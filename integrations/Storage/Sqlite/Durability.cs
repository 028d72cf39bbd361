using Hausmeister.Domain.Ports;
using Microsoft.Data.Sqlite;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>How the one connection that writes keeps its log.</summary>
internal static class Durability
{
    /// <exception cref="StorageException">There can be no log here; SQLite itself would go on without one, and readers would stop the writer.</exception>
    public static void Set(SqliteConnection connection, Synchronous synchronous)
    {
        if (connection.Text("PRAGMA journal_mode = WAL") != "wal")
        {
            throw new StorageException($"SQLite cannot keep its log beside {connection.DataSource}. Give Hausmeister a file on a local disk.");
        }

        connection.Run($"PRAGMA synchronous = {synchronous}");
    }
}
