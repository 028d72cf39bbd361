using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>One transaction for many writes. Each stands behind a savepoint, so that one that fails takes nothing of its neighbours with it.</summary>
internal sealed class SharedTransaction(SqliteConnection connection)
{
    private readonly Statement begin = new(connection, "BEGIN IMMEDIATE");
    private readonly Statement commit = new(connection, "COMMIT");
    private readonly Statement rollBack = new(connection, "ROLLBACK");
    private readonly Statement savepoint = new(connection, "SAVEPOINT one");
    private readonly Statement release = new(connection, "RELEASE one");
    private readonly Statement rollBackOne = new(connection, "ROLLBACK TO one");

    // SQLite itself rolls everything back on some errors, a full disk for example.
    private bool IsOpen => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public void Begin()
    {
        // What an earlier failure left open.
        if (IsOpen)
        {
            rollBack.Run();
        }

        begin.Run();
    }

    public void Commit() => commit.Run();

    /// <summary>Runs one write; null, or why nothing of it remains. Throws where the error took the whole transaction.</summary>
    public Exception? Isolate(Action write)
    {
        savepoint.Run();
        try
        {
            write();
        }
        catch (Exception e) when (IsOpen)
        {
            rollBackOne.Run();
            release.Run();
            return e;
        }

        release.Run();
        return null;
    }
}
