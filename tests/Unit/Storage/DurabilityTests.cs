using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Hausmeister.Tests.Storage;

public sealed class DurabilityTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_group_of_commits_waits_for_the_disk_unless_somebody_says_otherwise() =>
        new SqliteStoreOptions("bot.db").Synchronous.ShouldBe(Synchronous.Full);

    // SQLite's own numbers.
    [Theory]
    [InlineData(Synchronous.Full, 2)]
    [InlineData(Synchronous.Normal, 1)]
    public void The_setting_reaches_SQLite(Synchronous synchronous, long level)
    {
        using var connection = DataFile.Connection(folder.File("bot.db"), SqliteOpenMode.ReadWriteCreate, Duration.FromSeconds(1));
        connection.Open();

        Durability.Set(connection, synchronous);

        connection.Number("PRAGMA synchronous").ShouldBe(level);
        connection.Text("PRAGMA journal_mode").ShouldBe("wal");
    }

    [Fact]
    public void Where_there_can_be_no_log_the_start_is_refused()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();

        Should.Throw<StorageException>(() => Durability.Set(connection, Synchronous.Full)).Message.ShouldEndWith("Give Hausmeister a file on a local disk.");
    }
}
