using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hausmeister.Tests.Storage;

/// <summary>Writes that come together share a transaction and nothing else.</summary>
public sealed class WriteQueueTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteConnection connection;
    private readonly SqliteConnection readConnection;
    private readonly Reader reader;
    private readonly WriteQueue queue;

    public WriteQueueTests()
    {
        connection = Connect();
        Execute("PRAGMA journal_mode = WAL");
        Schema.Current.Upgrade(connection);
        readConnection = Connect();
        reader = new(readConnection);
        queue = new(folder.File("bot.db"), connection);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await queue.DisposeAsync();
        await readConnection.DisposeAsync();
        await connection.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Writes_that_wait_share_one_transaction()
    {
        using var held = await HoldAsync();
        var writes = Enumerable.Range(0, 50).Select(n => PutAsync($"{n}")).ToArray();

        held.Release();
        await Task.WhenAll(writes);

        queue.Transactions.ShouldBe(1);
        reader.Documents("", 100).Count.ShouldBe(50);
    }

    [Fact]
    public async Task A_group_has_an_end()
    {
        using var held = await HoldAsync();
        var writes = Enumerable.Range(0, 300).Select(n => PutAsync($"{n}")).ToArray();

        held.Release();
        await Task.WhenAll(writes);

        queue.Transactions.ShouldBe(2);
    }

    [Fact]
    public async Task Writes_that_come_one_by_one_do_not_wait_for_others()
    {
        await PutAsync("a");
        await PutAsync("b");

        queue.Transactions.ShouldBe(2);
    }

    [Fact]
    public async Task A_conflict_takes_nothing_of_its_neighbours_with_it()
    {
        using var held = await HoldAsync();
        var before = PutAsync("before");
        var conflicting = queue.RunAsync(writer => writer.Store(new([New("half"), New("before")], [], [])), Token);
        var after = PutAsync("after");

        held.Release();

        (await Should.ThrowAsync<ConflictException>(conflicting)).Key.ShouldBe("before");
        await Task.WhenAll(before, after);
        reader.Documents("", 10).Select(document => document.Key).ShouldBe(["after", "before"]);
        queue.Transactions.ShouldBe(1);
    }

    [Fact]
    public async Task An_error_of_one_statement_takes_nothing_of_its_neighbours_with_it()
    {
        using var held = await HoldAsync();
        var broken = queue.RunAsync(_ => new Statement(connection, "INSERT INTO rows (stream, position, body) VALUES ('s', NULL, NULL)").Run(), Token);
        var after = PutAsync("after");

        held.Release();

        await Should.ThrowAsync<StorageException>(broken);
        await after;
        reader.Document("after").ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_hears_an_outcome_before_it_is_committed()
    {
        using var first = await HoldAsync();
        var winner = PutAsync("a");
        var loser = PutAsync("a");
        var holding = HoldAsync();
        first.Release();
        using var second = await holding;

        // Both were carried out by now, in the transaction that is still open.
        winner.IsCompleted.ShouldBeFalse();
        loser.IsCompleted.ShouldBeFalse();
        reader.Document("a").ShouldBeNull();

        second.Release();
        await Should.ThrowAsync<ConflictException>(loser);
        reader.Document("a").ShouldNotBeNull("who lost must see what won");
        await winner;
    }

    [Fact]
    public async Task A_write_that_is_cancelled_while_it_waits_is_left_out()
    {
        using var cancellation = new CancellationTokenSource();
        using var held = await HoldAsync();
        var cancelled = queue.RunAsync(writer => writer.Store(new([New("a")], [], [])), cancellation.Token);
        var other = PutAsync("b");

        await cancellation.CancelAsync();
        held.Release();

        await Should.ThrowAsync<OperationCanceledException>(cancelled);
        await other;
        reader.Documents("", 10).Select(document => document.Key).ShouldBe(["b"]);
    }

    [Fact]
    public async Task A_write_that_the_disk_has_no_room_for_fails_and_a_small_one_goes_on()
    {
        Execute("PRAGMA max_page_count = 20");
        using var held = await HoldAsync();
        var large = queue.RunAsync(writer => writer.Store(new([new("large", new byte[1_000_000], null)], [], [])), Token);
        var small = PutAsync("small");

        held.Release();

        (await Should.ThrowAsync<StorageException>(large)).Message.ShouldBe($"The disk that holds {folder.File("bot.db")} is full. Make room.");
        await small;
        reader.Documents("", 10).Select(document => document.Key).ShouldBe(["small"]);
    }

    [Fact]
    public async Task An_error_that_takes_the_whole_transaction_fails_its_group_and_not_the_next_one()
    {
        using var held = await HoldAsync();
        var before = PutAsync("before");
        var broken = queue.RunAsync(
            _ =>
            {
                new Statement(connection, "ROLLBACK").Run();
                throw new SqliteException("as SQLite does it on an I/O error", 10);
            },
            Token);

        held.Release();

        await Should.ThrowAsync<StorageException>(broken);
        await Should.ThrowAsync<StorageException>(before);
        reader.Documents("", 10).ShouldBeEmpty();
        await PutAsync("later");
        reader.Document("later").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_commit_that_fails_fails_its_group_and_not_the_next_one()
    {
        Execute("PRAGMA foreign_keys = 1; CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (parent REFERENCES parent DEFERRABLE INITIALLY DEFERRED)");
        using var held = await HoldAsync();
        var orphan = queue.RunAsync(_ => new Statement(connection, "INSERT INTO child VALUES (1)").Run(), Token);
        var other = PutAsync("other");

        held.Release();

        await Should.ThrowAsync<StorageException>(orphan);
        await Should.ThrowAsync<StorageException>(other);
        await PutAsync("later");
        reader.Documents("", 10).Select(document => document.Key).ShouldBe(["later"]);
    }

    [Fact]
    public async Task Closing_finishes_what_is_queued_and_takes_nothing_more()
    {
        using var held = await HoldAsync();
        var writes = Enumerable.Range(0, 20).Select(n => PutAsync($"{n}")).ToArray();

        var closing = queue.DisposeAsync();
        Should.Throw<ObjectDisposedException>(() => { _ = PutAsync("late"); });
        held.Release();
        await closing;

        await Task.WhenAll(writes);
        reader.Documents("", 100).Count.ShouldBe(20);
    }

    private static Put New(string key) => new(key, new byte[] { 1 }, Put.Absent);

    private Task<Committed> PutAsync(string key) => queue.RunAsync(writer => writer.Store(new([New(key)], [], [])), Token);

    /// <summary>Stops the writer in the middle of its transaction until it is released.</summary>
    private async Task<Held> HoldAsync()
    {
        var held = new Held();
        _ = queue.RunAsync(_ => held.Enter(), CancellationToken.None);
        await held.Entered;
        return held;
    }

    private SqliteConnection Connect()
    {
        var opened = new SqliteConnection($"Data Source={folder.File("bot.db")};Pooling=False");
        opened.Open();
        return opened;
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class Held : IDisposable
    {
        private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim released = new();

        public Task Entered => entered.Task;

        public void Enter()
        {
            entered.SetResult();
            released.Wait();
        }

        public void Release() => released.Set();

        // A test that fails halfway must not leave the writer standing.
        public void Dispose() => released.Set();
    }
}
