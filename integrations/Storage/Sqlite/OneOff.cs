using Microsoft.Data.Sqlite;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>
/// Runs what is needed once. The statement ends here and not when the garbage collector comes by: a connection with one left
/// does not really close, and its log stays behind.
/// </summary>
internal static class OneOff
{
    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null where there is no row or the column is NULL.</summary>
    public static long? Number(this SqliteConnection connection, string sql) => connection.First(sql) as long?;

    /// <inheritdoc cref="Number"/>
    public static string? Text(this SqliteConnection connection, string sql) => connection.First(sql) as string;

    private static object? First(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
