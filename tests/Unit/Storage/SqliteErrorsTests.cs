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
    [InlineData(26, "/data/bot.db is damaged or is not a SQLite database.")]
    public void Every_error_names_the_file_and_what_is_wrong(int code, string expected)
    {
        var error = new SqliteException("boom", code);

        var explained = SqliteErrors.Explain(error, "/data/bot.db");

        explained.ShouldBeOfType<StorageException>().Message.ShouldStartWith(expected);
        explained.InnerException.ShouldBe(error);
    }

    [Fact]
    public void What_is_no_error_of_the_storage_stays_what_it_is()
    {
        var conflict = new ConflictException("a");

        SqliteErrors.Explain(conflict, "/data/bot.db").ShouldBeSameAs(conflict);
    }
}
