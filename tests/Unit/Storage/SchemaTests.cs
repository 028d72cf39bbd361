using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hausmeister.Tests.Storage;

public sealed class SchemaTests : IDisposable
{
    private const string First = "CREATE TABLE notes (text TEXT)";
    private const string Second = "ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT 'nobody'";

    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public SchemaTests() => connection.Open();

    public void Dispose() => connection.Dispose();

    [Fact]
    public void An_older_file_gets_the_missing_steps_and_keeps_its_data()
    {
        new Schema([First]).Upgrade(connection);
        Execute("INSERT INTO notes (text) VALUES ('kept')");

        var newer = new Schema([First, Second]);
        newer.Check(connection);
        newer.Upgrade(connection).ShouldBe(1);

        Execute("SELECT text || ' by ' || author FROM notes").ShouldBe("kept by nobody");
        Execute("PRAGMA user_version").ShouldBe(2L);
    }

    [Fact]
    public void A_current_file_that_may_not_be_written_is_found_out()
    {
        new Schema([First]).Upgrade(connection);
        Execute("PRAGMA query_only = 1");

        Should.Throw<SqliteException>(() => new Schema([First]).Upgrade(connection)).SqliteErrorCode.ShouldBe(8);
    }

    [Fact]
    public void A_step_that_fails_leaves_the_file_as_it_was()
    {
        new Schema([First]).Upgrade(connection);

        Should.Throw<StorageException>(() => new Schema([First, Second, "CREATE TABLE notes (text TEXT)"]).Upgrade(connection)).Message.ShouldContain("from schema version 1 to 3");

        Execute("PRAGMA user_version").ShouldBe(1L);
        Execute("SELECT count(*) FROM pragma_table_info('notes')").ShouldBe(1L);
    }

    private object? Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
