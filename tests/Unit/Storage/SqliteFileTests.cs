using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Hausmeister.Tests.Storage;

/// <summary>What the file lives through: restarts, kills, other programs, other versions, damage.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 27, 12, 0);

    private readonly TemporaryFolder folder = new();

    private string File => folder.File("bot.db");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Everything_is_there_after_a_restart_and_counting_goes_on()
    {
        string etag;
        await using (var store = Open())
        {
            etag = (await store.CommitAsync(new([New("a"), New("gone")], [new("a", 4, Noon)], [new("s", new byte[] { 1 })]), Token)).ETags[0];
            await store.CommitAsync(new([new("gone", null, null)], [], []), Token);
        }

        await using var reopened = Open();
        (await reopened.ReadAsync("a", Token)).ShouldNotBeNull().ETag.ShouldBe(etag);
        (await reopened.ReadAsync("gone", Token)).ShouldBeNull();
        (await reopened.TakeAsync(Noon, Duration.FromMinutes(1), 10, Token)).ShouldHaveSingleItem().WakeUp.ShouldBe(new("a", 4, Noon));
        var committed = await reopened.CommitAsync(new([New("gone")], [], [new("s", new byte[] { 2 })]), Token);
        committed.Positions.ShouldBe([2]);
        int.Parse(committed.ETags[0]).ShouldBeGreaterThan(int.Parse(etag) + 1, "the deleted document's ETag must not come again");
    }

    [Fact]
    public async Task Two_hundred_concurrent_commits_are_all_there_after_a_restart()
    {
        await using (var store = Open())
        {
            await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(() => store.CommitAsync(new([New($"{n:000}")], [], []), Token))));
        }

        await using var reopened = Open();
        (await reopened.ListAsync("", 1000, Token)).Select(document => document.Key).ShouldBe(Enumerable.Range(0, 200).Select(n => $"{n:000}"));
    }

    [Fact]
    public async Task What_was_acknowledged_survives_a_kill()
    {
        await using var store = Open();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => store.CommitAsync(new([New($"{n:00}")], [new($"{n:00}", 1, Noon)], []), Token)));

        // What a killed process leaves: the file and its log, as they are on the disk at this moment.
        var copy = folder.File("copy.db");
        System.IO.File.Copy(File, copy);
        System.IO.File.Copy($"{File}-wal", $"{copy}-wal");

        await using var recovered = SqliteDocumentStore.Open(new(copy));
        (await recovered.ListAsync("", 100, Token)).Count.ShouldBe(50);
        (await recovered.TakeAsync(Noon, Duration.FromMinutes(1), 100, Token)).Count.ShouldBe(50);
    }

    [Fact]
    public async Task Closing_leaves_no_log_whenever_the_garbage_collector_comes_by()
    {
        for (var i = 0; i < 50; i++)
        {
            await using (var store = Open())
            {
                await store.CommitAsync(new([new Put($"round/{i}", null, null), new Put($"kept/{i}", new byte[1], null)], [], []), Token);
                GC.Collect();
            }

            System.IO.File.Exists($"{File}-wal").ShouldBeFalse($"round {i}");
        }
    }

    [Fact]
    public async Task Closing_leaves_one_file_without_a_log()
    {
        await using (var store = Open())
        {
            await store.CommitAsync(new([New("a")], [], []), Token);
            System.IO.File.Exists($"{File}-wal").ShouldBeTrue();
        }

        System.IO.File.Exists($"{File}-wal").ShouldBeFalse();
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = Open();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(store.ReadAsync("a", Token));
        await Should.ThrowAsync<ObjectDisposedException>(() => store.CommitAsync(new([New("a")], [], []), Token));
    }

    [Fact]
    public async Task A_missing_folder_is_created()
    {
        var file = Path.Combine(folder.File("data"), "of", "the bot", "bot.db");

        await using var store = SqliteDocumentStore.Open(new(file));

        System.IO.File.Exists(file).ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_opener_is_refused_until_the_first_is_gone()
    {
        await using (Open())
        {
            Refused().ShouldBe($"{File} is in use by another Hausmeister. Stop that one first, or give this one a file of its own.");
        }

        await using var later = Open();
        await later.CheckAsync(Token);
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused_and_left_alone()
    {
        await using (Open())
        {
        }

        Execute("PRAGMA user_version = 99");
        var before = await System.IO.File.ReadAllBytesAsync(File, Token);

        Refused().ShouldBe(
            $"{File} has schema version 99, written by a newer Hausmeister; this one knows versions up to {Schema.Current.Version}. Start the newer program, or give this one another file.");
        (await System.IO.File.ReadAllBytesAsync(File, Token)).ShouldBe(before);
    }

    [Fact]
    public async Task An_older_file_that_cannot_be_upgraded_is_refused_and_left_alone()
    {
        await using (Open())
        {
        }

        // As if a step had failed: its tables are there already.
        Execute("PRAGMA user_version = 0");

        Refused().ShouldBe(
            $"{File} cannot be brought from schema version 0 to {Schema.Current.Version} (SQLite Error 1: 'table documents already exists'.). It is as it was: start the Hausmeister that wrote it, and report this.");
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_alone()
    {
        Execute("CREATE TABLE songs (title TEXT)");
        var before = System.IO.File.ReadAllBytes(File);

        Refused().ShouldBe($"{File} is the database of another program. Give Hausmeister a file of its own.");
        System.IO.File.ReadAllBytes(File).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_no_database_is_refused_and_gives_the_file_free_again()
    {
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("not a database ", 1000)), Token);
        Refused().ShouldStartWith($"{File} is damaged or is not a SQLite database (");

        System.IO.File.Delete(File);
        await using var store = Open();
        await store.CheckAsync(Token);
    }

    [Fact]
    public async Task Damage_in_the_middle_of_the_file_refuses_the_start_and_names_the_command_that_restores()
    {
        await using (var store = Open())
        {
            await store.CommitAsync(new([.. Enumerable.Range(0, 500).Select(n => New($"{n:000}"))], [], []), Token);
        }

        await DamagePageAsync(5);
        var before = await System.IO.File.ReadAllBytesAsync(File, Token);

        var refused = Refused();
        refused.ShouldStartWith($"{File} is damaged");
        refused.ShouldContain("Stop the bot and put a backup in its place: scripts/restore <backup>.");
        refused.ShouldNotContain('\n');
        (await System.IO.File.ReadAllBytesAsync(File, Token)).ShouldBe(before);
    }

    [Fact]
    public async Task A_look_for_damage_that_takes_too_long_does_not_keep_the_bot_from_starting_and_is_told()
    {
        await using (var store = Open())
        {
            await store.CommitAsync(new([.. Enumerable.Range(0, 5_000).Select(n => New($"{n:0000}"))], [], []), Token);
        }

        var logger = new LogLines<SqliteDocumentStore>();
        await using (var reopened = SqliteDocumentStore.Open(new(File) { LongestLookOver = Duration.Zero }, logger))
        {
            (await reopened.ListAsync("", 10_000, Token)).Count.ShouldBe(5_000);
        }

        logger.Lines.ShouldHaveSingleItem().ShouldStartWith($"No damage was found in {File}, but only a part was looked at");
    }

    [Fact]
    public async Task A_link_leads_to_the_same_lock()
    {
        var link = folder.File("link.db");
        System.IO.File.CreateSymbolicLink(link, File);

        await using var store = Open();

        Should.Throw<StorageException>(() => SqliteDocumentStore.Open(new(link))).Message.ShouldStartWith($"{File} is in use by another Hausmeister.");
    }

    [Fact]
    public void A_folder_in_the_files_place_is_refused()
    {
        Directory.CreateDirectory(File);

        Refused().ShouldBe($"{File} cannot be written. Give the bot's user the right to write this file and its folder, on a disk that can be written.");
    }

    [Fact]
    public void A_file_in_the_folders_place_is_refused()
    {
        System.IO.File.WriteAllText(folder.File("data"), "");
        var file = Path.Combine(folder.File("data"), "bot.db");

        Should.Throw<StorageException>(() => SqliteDocumentStore.Open(new(file))).Message.ShouldStartWith($"{file} cannot be opened: ");
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_refused()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Permissions do not bind this user.");
        await using (Open())
        {
        }

        System.IO.File.SetAttributes(File, FileAttributes.ReadOnly);

        Refused().ShouldBe($"{File} cannot be written. Give the bot's user the right to write this file and its folder, on a disk that can be written.");
    }

    [Fact]
    public async Task A_lock_of_another_program_fails_writes_and_the_check_but_no_reads()
    {
        await using var store = SqliteDocumentStore.Open(new(File) { LockTimeout = Duration.FromSeconds(1) });
        await store.CommitAsync(new([New("a")], [], []), Token);
        await using (var browser = Connect())
        {
            await using var transaction = browser.BeginTransaction();

            var sentence = $"{File} is locked by another program. Close whatever has it open, a database browser for example.";
            (await Should.ThrowAsync<StorageException>(store.CheckAsync(Token))).Message.ShouldBe(sentence);
            (await store.ReadAsync("a", Token)).ShouldNotBeNull();
        }

        await store.CheckAsync(Token);
        await store.CommitAsync(new([New("b")], [], []), Token);
    }

    [Fact]
    public async Task A_lock_of_another_program_refuses_the_start()
    {
        await using (Open())
        {
        }

        await using var browser = Connect();
        await using var transaction = browser.BeginTransaction();

        Should.Throw<StorageException>(() => SqliteDocumentStore.Open(new(File) { LockTimeout = Duration.FromSeconds(1) }))
            .Message.ShouldBe($"{File} is locked by another program. Close whatever has it open, a database browser for example.");
    }

    private async Task DamagePageAsync(int number)
    {
        const int PageSize = 4096;
        await using var stream = new FileStream(File, FileMode.Open);
        stream.Position = number * PageSize;
        await stream.WriteAsync(Enumerable.Repeat((byte)0xFF, PageSize).ToArray(), Token);
    }

    private static Put New(string key) => new(key, new byte[] { 1, 2, 3 }, Put.Absent);

    private SqliteDocumentStore Open() => SqliteDocumentStore.Open(new(File));

    private string Refused() => Should.Throw<StorageException>(() => Open()).Message;

    private void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }
}
