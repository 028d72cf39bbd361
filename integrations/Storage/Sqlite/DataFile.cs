using Hausmeister.Domain.Ports;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Hausmeister.Integrations.Storage.Sqlite;

internal static class DataFile
{
    /// <summary>The file itself where a link leads to it, so that everybody finds the same lock and the same log beside it.</summary>
    public static string PathOf(string file)
    {
        var named = new FileInfo(Path.GetFullPath(file));
        return named.LinkTarget is null ? named.FullName : named.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    public static SqliteConnection Connection(string file, SqliteOpenMode mode, Duration lockTimeout) => new(new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        Pooling = false,
        DefaultTimeout = (int)lockTimeout.TotalSeconds,
    }.ToString());

    /// <summary>Opens a file that has data of ours in it, for somebody else may be writing there.</summary>
    /// <exception cref="StorageException">There is none, or nothing of ours is in it.</exception>
    public static SqliteConnection OpenToRead(string file, Duration lockTimeout)
    {
        if (!File.Exists(file))
        {
            throw new StorageException($"There is no {file}.");
        }

        var connection = Connection(file, SqliteOpenMode.ReadOnly, lockTimeout);
        try
        {
            connection.Open();
            Schema.Current.Check(connection);
            return Schema.IsEmpty(connection) ? throw new StorageException($"There is nothing in {file}.") : connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
