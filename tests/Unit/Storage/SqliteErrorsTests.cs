using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hausmeister.Tests.Storage;

public sealed class SqliteErrorsTests
{
    [Theory]
    [InlineData(5, "/data/bot.db is locked by another program.")]
    [InlineData(8, "/data/bot.db cannot be written.")]
    [InlineData(10, "The disk failed while /data/bot.db was read or written (boom).")]
    [InlineData(11, "/data/bot.db is damaged")]
    [InlineData(13, "The disk that holds /data/bot.db is full. Make room.")]
    [InlineData(14, "/data/bot.db cannot be written.")]
    [InlineData(18, "/data/bot.db: boom")]
    [InlineData(26, "/data/bot.db is damaged or is not a SQLite database (boom). Stop the bot and put a backup in its place: scripts/restore <backup>.")]
    public void Every_error_names_the_file_and_what_is_wrong(int code, string expected)
    {
        var error = new SqliteException("boom", code);

        var explained = SqliteErrors.Explain(error, "/data/bot.db");

        explained.ShouldBeOfType<StorageException>().Message.ShouldStartWith(expected);
        explained.InnerException.ShouldBe(error);
    }

    [Fact]
    public void No_room_for_the_logs_index_is_a_full_disk_too() =>
        SqliteErrors.Explain(new SqliteException("disk I/O error", 10, 4874), "/data/bot.db").Message.ShouldBe("The disk that holds /data/bot.db is full. Make room.");

    [Fact]
    public void What_is_no_error_of_the_storage_stays_what_it_is()
    {
        var conflict = new ConflictException("a");

        SqliteErrors.Explain(conflict, "/data/bot.db").ShouldBeSameAs(conflict);
    }
}
