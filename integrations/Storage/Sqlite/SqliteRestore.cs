using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>Puts a backup in the place of the embedded store's file while no bot runs on it.</summary>
public static class SqliteRestore
{
    /// <summary>Replaces nothing before the backup is copied beside the file and the copy is checked.</summary>
    /// <returns>Where the replaced file lies now; null: there was none.</returns>
    /// <exception cref="StorageException">Nothing was replaced, and why.</exception>
    public static string? Run(SqliteStoreOptions options, string backup)
    {
        var file = DataFile.PathOf(options.File);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var held = FileLock.Take(file);
            Replacement.Finish(file);
            Copy(backup, Replacement.Draft(file), options.LockTimeout);
            Replacement.Decide(file);
            return Replacement.Finish(file);
        }
        catch (Exception e)
        {
            throw SqliteErrors.Explain(e, file);
        }
    }

    private static void Copy(string backup, string draft, Duration lockTimeout)
    {
        try
        {
            using var source = DataFile.OpenToRead(backup, lockTimeout);
            Snapshot.Copy(source, draft, lockTimeout);
        }
        catch (Exception e)
        {
            throw SqliteErrors.IsDamage(e) ? new StorageException($"{backup} is damaged ({e.Message}). Take another backup.", e) : SqliteErrors.Explain(e, backup);
        }
    }
}
