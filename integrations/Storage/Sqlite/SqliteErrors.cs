using Hausmeister.Domain.Ports;
using Microsoft.Data.Sqlite;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>What SQLite and the file system say, in sentences for people. The numbers are SQLite's primary result codes (https://sqlite.org/rescode.html).</summary>
internal static class SqliteErrors
{
    /// <summary>The log's index could not grow (SQLITE_IOERR_SHMSIZE): to SQLite an error of the disk, and in truth a full one.</summary>
    private const int NoRoomForIndex = 4874;

    // EROFS, ENOSPC and ERROR_DISK_FULL.
    private const int ReadOnlyDisk = 30;
    private const int NoRoom = 28;
    private const int NoRoomOnWindows = unchecked((int)0x80070070);

    public static Exception Explain(Exception error, string file) => error switch
    {
        SqliteException sqlite => new StorageException(Sentence(sqlite, file), sqlite),
        UnauthorizedAccessException or IOException { HResult: ReadOnlyDisk } => new StorageException(NotWritable(file), error),
        IOException { HResult: NoRoom or NoRoomOnWindows } => new StorageException(Full(file), error),
        IOException => new StorageException($"{file} cannot be opened: {error.Message}", error),
        _ => error,
    };

    public static bool IsDamage(Exception error) => error is SqliteException { SqliteErrorCode: 11 or 26 };

    private static string Sentence(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        _ when error.SqliteExtendedErrorCode == NoRoomForIndex => Full(file),
        5 or 6 => $"{file} is locked by another program. Close whatever has it open, a database browser for example.",
        3 or 8 or 14 or 23 => NotWritable(file),
        10 => $"The disk failed while {file} was read or written ({error.Message}). Check the disk and the file system.",
        _ when IsDamage(error) => $"{file} is damaged or is not a SQLite database ({error.Message}). Stop the bot and put a backup in its place: scripts/restore <backup>. Without one, move the file away and start anew.",
        13 => Full(file),
        _ => $"{file}: {error.Message}",
    };

    private static string Full(string file) => $"The disk that holds {file} is full. Make room.";

    private static string NotWritable(string file) => $"{file} cannot be written. Give the bot's user the right to write this file and its folder, on a disk that can be written.";
}
