using Hausmeister.Domain.Ports;
using Microsoft.Data.Sqlite;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>What SQLite and the file system say, in sentences for people. The numbers are SQLite's primary result codes (https://sqlite.org/rescode.html).</summary>
internal static class SqliteErrors
{
    public static Exception Explain(Exception error, string file) => error switch
    {
        SqliteException sqlite => new StorageException(Sentence(sqlite, file), sqlite),
        UnauthorizedAccessException => new StorageException(NotWritable(file), error),
        IOException => new StorageException($"{file} cannot be opened: {error.Message}", error),
        _ => error,
    };

    private static string Sentence(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        5 or 6 => $"{file} is locked by another program. Close whatever has it open, a database browser for example.",
        3 or 8 or 14 or 23 => NotWritable(file),
        10 => $"The disk failed while {file} was read or written ({error.Message}). Check the disk and the file system.",
        11 or 26 => $"{file} is damaged or is not a SQLite database. Stop the bot, move the file away, and put a backup in its place, or start without one.",
        13 => $"The disk that holds {file} is full. Make room.",
        _ => $"{file}: {error.Message}",
    };

    private static string NotWritable(string file) => $"{file} cannot be written. Give the bot's user the right to write this file and its folder.";
}
