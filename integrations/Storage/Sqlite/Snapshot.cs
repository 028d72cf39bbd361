using Hausmeister.Domain.Ports;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>
/// A copy by SQLite's backup interface, in one step: it reads what was committed when it began, log included, while whoever writes goes on.
/// Copying the file itself would tear it.
/// </summary>
internal static class Snapshot
{
    /// <param name="target">Is overwritten; where the copy fails, it goes away.</param>
    /// <exception cref="StorageException">The copy cannot be written, and why.</exception>
    /// <exception cref="SqliteException">The source is damaged.</exception>
    public static void Copy(SqliteConnection source, string target, Duration lockTimeout)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Delete(target);
            using var copy = DataFile.Connection(target, SqliteOpenMode.ReadWriteCreate, lockTimeout);
            copy.Open();
            source.BackupDatabase(copy);
            // So that it is one file, and can be read where nothing can be written.
            copy.Run("PRAGMA journal_mode = DELETE");
            Integrity.CheckWhole(copy);
        }
        catch (Exception e)
        {
            File.Delete(target);
            throw SqliteErrors.IsDamage(e) ? e : SqliteErrors.Explain(e, target);
        }
    }
}
