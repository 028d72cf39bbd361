using System.Text;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;

namespace Hausmeister.Tests.Storage;

/// <summary>A backup in the data file's place: only a good one, only while no bot runs, and what was there is kept.</summary>
public sealed class SqliteRestoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SqliteStoreOptions Options => new(folder.File("bot.db"));

    private string Backup => folder.File("backup.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_data_is_as_it_was_and_what_was_replaced_can_be_restored_in_its_turn()
    {
        await WriteAsync("before");
        SqliteBackup.Take(Options, Backup);
        await WriteAsync("after");

        var replaced = SqliteRestore.Run(Options, Backup).ShouldNotBeNull();
        (await KeysAsync()).ShouldBe(["before"]);

        SqliteRestore.Run(Options, replaced);
        (await KeysAsync()).ShouldBe(["after", "before"]);
        File.Exists(Backup).ShouldBeTrue();
    }

    [Fact]
    public async Task A_log_that_a_kill_left_goes_aside_with_its_file_and_not_into_the_new_one()
    {
        await WriteAsync("before");
        SqliteBackup.Take(Options, Backup);
        var killed = new SqliteStoreOptions(folder.File("killed.db"));
        await using (var store = SqliteDocumentStore.Open(Options))
        {
            await store.CommitAsync(new([New("in the log")], [], []), Token);
            File.Copy(Options.File, killed.File);
            File.Copy($"{Options.File}-wal", $"{killed.File}-wal");
        }

        var replaced = SqliteRestore.Run(killed, Backup).ShouldNotBeNull();

        (await KeysAsync(killed)).ShouldBe(["before"]);
        (await KeysAsync(new(replaced))).ShouldBe(["before", "in the log"]);
    }

    [Fact]
    public async Task Where_no_file_was_there_is_one_afterwards()
    {
        await WriteAsync("before");
        SqliteBackup.Take(Options, Backup);
        var elsewhere = new SqliteStoreOptions(Path.Combine(folder.File("new machine"), "bot.db"));

        SqliteRestore.Run(elsewhere, Backup).ShouldBeNull();

        (await KeysAsync(elsewhere)).ShouldBe(["before"]);
    }

    [Fact]
    public async Task A_damaged_file_is_replaced_and_kept()
    {
        await WriteAsync("before");
        SqliteBackup.Take(Options, Backup);
        var junk = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("junk", 5_000)));
        await File.WriteAllBytesAsync(Options.File, junk, Token);

        var replaced = SqliteRestore.Run(Options, Backup).ShouldNotBeNull();

        (await KeysAsync()).ShouldBe(["before"]);
        (await File.ReadAllBytesAsync(replaced, Token)).ShouldBe(junk);
    }

    [Fact]
    public async Task While_a_bot_has_the_file_nothing_is_replaced()
    {
        await WriteAsync("before");
        SqliteBackup.Take(Options, Backup);
        await using var store = SqliteDocumentStore.Open(Options);
        await store.CommitAsync(new([New("after")], [], []), Token);

        Refused().ShouldStartWith($"{Options.File} is in use by another Hausmeister. Stop that one first");

        (await store.ReadAsync("after", Token)).ShouldNotBeNull();
        Directory.GetFiles(Path.GetDirectoryName(Backup)!, "*.rest*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_backup_replaces_nothing()
    {
        await WriteAsync([.. Enumerable.Range(0, 500).Select(n => $"{n:000}")]);
        SqliteBackup.Take(Options, Backup);
        var bytes = await File.ReadAllBytesAsync(Backup, Token);
        bytes.AsSpan(5 * 4096, 4096).Fill(0xFF);
        await File.WriteAllBytesAsync(Backup, bytes, Token);

        Refused().ShouldStartWith($"{Backup} is damaged (");
        await File.WriteAllTextAsync(Backup, string.Concat(Enumerable.Repeat("no database ", 1_000)), Token);
        Refused().ShouldStartWith($"{Backup} is damaged (");

        await KeptAsync(500);
    }

    [Fact]
    public async Task What_is_no_backup_of_ours_replaces_nothing()
    {
        await WriteAsync("kept");
        Refused().ShouldBe($"There is no {Backup}.");
        await File.WriteAllBytesAsync(Backup, [], Token);
        Refused().ShouldBe($"There is nothing in {Backup}.");
        Execute("CREATE TABLE songs (title TEXT)");
        Refused().ShouldBe($"{Backup} is the database of another program. Give Hausmeister a file of its own.");

        File.Delete(Backup);
        SqliteBackup.Take(Options, Backup);
        Execute("PRAGMA user_version = 99");
        Refused().ShouldStartWith($"{Backup} has schema version 99, written by a newer Hausmeister");

        await KeptAsync(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_power_failure_between_any_two_moves_is_made_up_for_by_the_next_start(int moves)
    {
        await WriteAsync("before");
        SqliteBackup.Take(Options, Backup);
        await WriteAsync("after");
        await File.WriteAllTextAsync($"{Options.File}-wal", "the old file's log", Token);
        File.Copy(Backup, Replacement.Draft(Options.File));
        var aside = folder.File("aside");
        Action[] done = [() => Replacement.Decide(Options.File), () => File.Move(Options.File, aside), () => File.Move($"{Options.File}-wal", $"{aside}-wal")];
        foreach (var move in done[..moves])
            move();

        (await KeysAsync()).ShouldBe(["before"]);
        (await KeysAsync()).ShouldBe(["before"]);
    }

    [Fact]
    public async Task A_power_failure_before_it_is_decided_leaves_everything_as_it_was()
    {
        await WriteAsync("before");
        await File.WriteAllTextAsync(Replacement.Draft(Options.File), "half a copy", Token);

        (await KeysAsync()).ShouldBe(["before"]);

        SqliteBackup.Take(Options, Backup);
        SqliteRestore.Run(Options, Backup);
        (await KeysAsync()).ShouldBe(["before"]);
    }

    private static Put New(string key) => new(key, new byte[] { 1, 2, 3 }, Put.Absent);

    private async Task WriteAsync(params string[] keys)
    {
        await using var store = SqliteDocumentStore.Open(Options);
        await store.CommitAsync(new([.. keys.Select(New)], [], []), Token);
    }

    private Task<string[]> KeysAsync() => KeysAsync(Options);

    private static async Task<string[]> KeysAsync(SqliteStoreOptions options)
    {
        await using var store = SqliteDocumentStore.Open(options);
        return [.. (await store.ListAsync("", 1_000, Token)).Select(document => document.Key)];
    }

    private async Task KeptAsync(int documents)
    {
        (await KeysAsync()).Length.ShouldBe(documents);
        Directory.GetFiles(Path.GetDirectoryName(Backup)!, "bot.db.re*").ShouldBeEmpty();
    }

    private string Refused() => Should.Throw<StorageException>(() => SqliteRestore.Run(Options, Backup)).Message;

    private void Execute(string sql)
    {
        using var connection = DataFile.Connection(Backup, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate, NodaTime.Duration.FromSeconds(1));
        connection.Open();
        connection.Run(sql);
    }
}
