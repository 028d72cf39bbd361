using Hausmeister.Domain.Ports;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>Takes a backup of the embedded store, whether a bot runs on it or not.</summary>
public static class SqliteBackup
{
    /// <summary>Every commit that was confirmed before the call is in it, and none in part. It gets its name once it is complete and checked.</summary>
    /// <param name="backup">Must not exist: a backup never takes another's place.</param>
    /// <exception cref="StorageException">There is no backup, and why.</exception>
    public static void Take(SqliteStoreOptions options, string backup)
    {
        if (Path.Exists(backup))
        {
            throw new StorageException($"{backup} exists already. Name another file for the backup.");
        }

        var (file, draft) = (DataFile.PathOf(options.File), $"{Path.GetFullPath(backup)}.part");
        try
        {
            using var source = DataFile.OpenToRead(file, options.LockTimeout);
            Snapshot.Copy(source, draft, options.LockTimeout);
            File.Move(draft, backup);
        }
        catch (Exception e)
        {
            throw SqliteErrors.Explain(e, file);
        }
    }
}
