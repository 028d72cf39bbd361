using Hausmeister.Domain.Ports;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>
/// The tables, as the steps that made them: step n leads from version n to n + 1. A released step never changes; a new need is a new step.
/// </summary>
internal sealed class Schema(IReadOnlyList<string> steps)
{
    public static readonly Schema Current = new([
        // AUTOINCREMENT, because an ETag must not come again after a delete.
        """
        CREATE TABLE documents (version INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, body BLOB NOT NULL);
        CREATE TABLE rows (stream TEXT NOT NULL, position INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (stream, position));
        CREATE TABLE wake_ups (id INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL, revision INTEGER NOT NULL, due INTEGER NOT NULL, until INTEGER);
        CREATE INDEX wake_ups_by_visibility ON wake_ups (coalesce(until, due));
        """,
    ]);

    /// <summary>Marks our files, so that another program's database is not taken for an empty one: "Haus" in ASCII.</summary>
    private const long ApplicationId = 0x48617573;

    public int Version => steps.Count;

    /// <summary>It was never written to.</summary>
    public static bool IsEmpty(SqliteConnection connection) => connection.Number("SELECT count(*) FROM sqlite_schema") == 0;

    /// <summary>Changes nothing in a file that it refuses.</summary>
    /// <exception cref="StorageException">The file is newer than the program, or another program's.</exception>
    public void Check(SqliteConnection connection)
    {
        var found = Pragma(connection, "user_version");
        if (!IsEmpty(connection) && Pragma(connection, "application_id") != ApplicationId)
        {
            throw new StorageException($"{connection.DataSource} is the database of another program. Give Hausmeister a file of its own.");
        }

        if (found > Version)
        {
            throw new StorageException(
                $"{connection.DataSource} has schema version {found}, written by a newer Hausmeister; this one knows versions up to {Version}. Start the newer program, or give this one another file.");
        }
    }

    /// <summary>
    /// All missing steps in one transaction, or none. Writes the version even where no step is missing:
    /// SQLite opens a file that it may not write without a word, and the start is the time to hear of it.
    /// </summary>
    /// <returns>The version that was found; 0: a new file.</returns>
    /// <exception cref="StorageException">A step failed.</exception>
    public int Upgrade(SqliteConnection connection)
    {
        var found = (int)Pragma(connection, "user_version");
        try
        {
            TakeSteps(steps.Skip(found), connection);
            return found;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT)
        {
            throw new StorageException(
                $"{connection.DataSource} cannot be brought from schema version {found} to {Version} ({e.Message}). It is as it was: start the Hausmeister that wrote it, and report this.", e);
        }
    }

    private void TakeSteps(IEnumerable<string> missing, SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var step in missing)
        {
            connection.Run(step);
        }

        connection.Run($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
        transaction.Commit();
    }

    private static long Pragma(SqliteConnection connection, string name) => connection.Number($"PRAGMA {name}") ?? 0;
}
