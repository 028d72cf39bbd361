using System.Collections.Concurrent;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Hausmeister.Tests.Storage;

/// <summary>Backups, taken while the store is written to, and put back.</summary>
public sealed class SqliteBackupTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 27, 12, 0);

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SqliteStoreOptions Options => new(folder.File("bot.db"));

    private string Backup => folder.File("backup.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_confirmed_before_is_in_it_and_each_commit_whole_or_not_at_all_however_much_is_written_meanwhile()
    {
        await using var store = SqliteDocumentStore.Open(Options);
        var confirmed = new ConcurrentBag<string>();
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(() => WriteAsync(store, writer, confirmed, enough.Token))).ToArray();

        for (var round = 0; round < 5; round++)
        {
            await Eventually(() => confirmed.Count > round * 100);
            string[] before = [.. confirmed];
            var backup = folder.File($"backup-{round}.db");
            SqliteBackup.Take(Options, backup);
            var after = confirmed.Count;

            await CheckAsync(backup, before);
            await Eventually(() => confirmed.Count > after, "writing goes on after a backup");
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);
    }

    [Fact]
    public async Task What_a_kill_left_in_the_log_is_in_it()
    {
        await using var store = SqliteDocumentStore.Open(Options);
        await store.CommitAsync(Case("1"), Token);
        var killed = new SqliteStoreOptions(folder.File("killed.db"));
        File.Copy(Options.File, killed.File);
        File.Copy($"{Options.File}-wal", $"{killed.File}-wal");

        SqliteBackup.Take(killed, Backup);

        await CheckAsync(Backup, ["1"]);
    }

    [Fact]
    public async Task It_is_one_file_which_can_be_read_where_nothing_can_be_written()
    {
        await using var store = SqliteDocumentStore.Open(Options);
        await store.CommitAsync(Case("1"), Token);

        SqliteBackup.Take(Options, Backup);

        Directory.GetFiles(Path.GetDirectoryName(Backup)!, "backup*").ShouldBe([Backup]);
        using var connection = new SqliteConnection($"Data Source=file:{Backup}?immutable=1;Mode=ReadOnly;Pooling=False");
        connection.Open();
        connection.Number("SELECT count(*) FROM documents").ShouldBe(2);
    }

    [Fact]
    public async Task It_takes_no_other_files_place()
    {
        await using var store = SqliteDocumentStore.Open(Options);
        await File.WriteAllTextAsync(Backup, "last week's", Token);

        Refused(() => SqliteBackup.Take(Options, Backup)).ShouldBe($"{Backup} exists already. Name another file for the backup.");
        Refused(() => SqliteBackup.Take(Options, Options.File)).ShouldStartWith($"{Options.File} exists already.");
        (await File.ReadAllTextAsync(Backup, Token)).ShouldBe("last week's");
    }

    [Fact]
    public async Task Where_there_is_nothing_there_is_no_backup()
    {
        Refused(() => SqliteBackup.Take(Options, Backup)).ShouldBe($"There is no {Options.File}.");

        await File.WriteAllBytesAsync(Options.File, [], Token);
        Refused(() => SqliteBackup.Take(Options, Backup)).ShouldBe($"There is nothing in {Options.File}.");
        File.Exists(Backup).ShouldBeFalse();
    }

    [Fact]
    public async Task Damage_is_found_even_where_no_start_finds_it_and_there_is_no_backup()
    {
        await using (var store = SqliteDocumentStore.Open(Options))
        {
            await store.CommitAsync(Case("1"), Token);
        }

        // An index without its rows: the start looks over pages and not whether each index has each row.
        Execute("PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'coalesce(until, due)', 'due + 1') WHERE name = 'wake_ups_by_visibility'");
        await using var started = SqliteDocumentStore.Open(Options);

        Refused(() => SqliteBackup.Take(Options, Backup)).ShouldStartWith($"{Options.File} is damaged");
        File.Exists(Backup).ShouldBeFalse();
        File.Exists($"{Backup}.part").ShouldBeFalse();
    }

    /// <summary>A case, its entry in the index of open cases and its wake-up, as the bot commits them.</summary>
    private static Commit Case(string id) => new(
        [new Put(Keys.Case("squad", id), new byte[200], Put.Absent), new Put(Keys.Open("squad", id), Array.Empty<byte>(), Put.Absent)],
        [new WakeUp(Keys.Case("squad", id), 1, Noon)],
        [new Append("transcript", new byte[100])]);

    private static async Task WriteAsync(SqliteDocumentStore store, int writer, ConcurrentBag<string> confirmed, CancellationToken enough)
    {
        for (var n = 0; !enough.IsCancellationRequested; n++)
        {
            var id = $"{writer}-{n}";
            await store.CommitAsync(Case(id), CancellationToken.None);
            confirmed.Add(id);
        }
    }

    /// <summary>Looks through a store that is opened on a copy, so that the backup stays as it was taken.</summary>
    private async Task CheckAsync(string backup, string[] confirmed)
    {
        var copy = folder.File($"{Guid.NewGuid():n}.db");
        File.Copy(backup, copy);
        await using var store = SqliteDocumentStore.Open(new(copy));
        var cases = (await store.ListAsync(Keys.Case("squad", ""), 1_000_000, Token)).Select(found => Keys.LastPart(found.Key)).ToHashSet();
        var entries = (await store.ListAsync(Keys.Open("squad"), 1_000_000, Token)).Select(found => Keys.LastPart(found.Key));
        var wakeUps = await store.TakeAsync(Noon, Duration.FromMinutes(1), 1_000_000, Token);
        var rows = await store.ReadRowsAsync("transcript", 0, 1_000_000, Token);

        confirmed.ShouldBeSubsetOf(cases);
        cases.SetEquals(entries).ShouldBeTrue("each case has its entry in the index and each entry its case");
        cases.SetEquals(wakeUps.Select(taken => Keys.LastPart(taken.WakeUp.Document))).ShouldBeTrue("each case has its wake-up");
        rows.Select(row => row.Position).ShouldBe(Enumerable.Range(1, cases.Count).Select(n => (long)n));
    }

    private static async Task Eventually(Func<bool> condition, string otherwise = "nothing was written")
    {
        using var deadline = new CancellationTokenSource(Waiting.Longest);
        while (!condition())
        {
            deadline.IsCancellationRequested.ShouldBeFalse(otherwise);
            await Task.Yield();
        }
    }

    private static string Refused(Action what) => Should.Throw<StorageException>(what).Message;

    private void Execute(string sql)
    {
        using var connection = DataFile.Connection(Options.File, SqliteOpenMode.ReadWrite, Duration.FromSeconds(1));
        connection.Open();
        connection.Run(sql);
    }
}
