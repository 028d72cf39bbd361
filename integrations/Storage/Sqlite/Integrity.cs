using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>Looks for damage in an open file.</summary>
internal static class Integrity
{
    /// <summary>So many of SQLite's steps lie between two looks at whether the time is over.</summary>
    private const int StepsBetweenLooks = 1_000;

    /// <summary>Pages, rows and their order, and not whether each index has each row: about as fast as the file can be read.</summary>
    /// <param name="enough">The file may be so large that nobody wants to wait for the end.</param>
    /// <returns>False: the time was over before everything was seen.</returns>
    /// <exception cref="SqliteException">It is damaged.</exception>
    public static bool LookOver(SqliteConnection connection, CancellationToken enough)
    {
        raw.sqlite3_progress_handler(connection.Handle, StepsBetweenLooks, _ => enough.IsCancellationRequested ? 1 : 0, null);
        try
        {
            Refuse(connection.Text("PRAGMA quick_check(1)"));
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            return false;
        }
        finally
        {
            raw.sqlite3_progress_handler(connection.Handle, 0, null, null);
        }
    }

    /// <summary>Everything that SQLite can check, however long it takes.</summary>
    /// <exception cref="SqliteException">It is damaged.</exception>
    public static void CheckWhole(SqliteConnection connection) => Refuse(connection.Text("PRAGMA integrity_check(1)"));

    private static void Refuse(string? finding)
    {
        if (finding != "ok")
        {
            throw new SqliteException(finding?.ReplaceLineEndings(" ") ?? "nothing was found", raw.SQLITE_CORRUPT);
        }
    }
}
