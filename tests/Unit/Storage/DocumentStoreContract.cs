using System.Text;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Tests.Storage;

/// <summary>What every document store does.</summary>
public abstract class DocumentStoreContract
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 27, 12, 0);
    private static readonly Duration Lease = Duration.FromMinutes(2);

    protected abstract IDocumentStore Store { get; }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_put_is_read_with_the_etag_of_the_commit()
    {
        var etag = await PutAsync("a", "one", Put.Absent);

        var document = (await Store.ReadAsync("a", Token)).ShouldNotBeNull();
        document.Key.ShouldBe("a");
        document.ETag.ShouldBe(etag);
        Text(document.Body).ShouldBe("one");
    }

    [Fact]
    public async Task What_was_never_put_is_not_there()
    {
        (await Store.ReadAsync("a", Token)).ShouldBeNull();
        (await Store.ListAsync("", 10, Token)).ShouldBeEmpty();
        (await Store.ReadRowsAsync("s", 0, 10, Token)).ShouldBeEmpty();
        (await Store.NextDueAsync(Token)).ShouldBeNull();
    }

    [Fact]
    public async Task An_empty_document_is_a_document()
    {
        await PutAsync("squad/open/1", "", Put.Absent);

        (await Store.ReadAsync("squad/open/1", Token)).ShouldNotBeNull().Body.Length.ShouldBe(0);
    }

    [Fact]
    public async Task Every_put_changes_the_etag_even_with_the_same_body()
    {
        var first = await PutAsync("a", "same", Put.Absent);
        var second = await PutAsync("a", "same", first);
        var third = await PutAsync("a", "same", null);

        new[] { first, second, third }.ShouldBeUnique();
    }

    [Fact]
    public async Task An_etag_does_not_come_again_after_a_delete()
    {
        var before = await PutAsync("a", "one", Put.Absent);
        await CommitAsync(new Put("a", null, before));
        var after = await PutAsync("a", "two", Put.Absent);

        after.ShouldNotBe(before);
    }

    [Fact]
    public async Task An_old_etag_conflicts_and_names_the_document()
    {
        var old = await PutAsync("a", "one", Put.Absent);
        await PutAsync("a", "two", old);

        var conflict = await Should.ThrowAsync<ConflictException>(PutAsync("a", "three", old));

        conflict.Key.ShouldBe("a");
        (await TextAsync("a")).ShouldBe("two");
    }

    [Theory]
    [InlineData("7")]
    [InlineData("not one of ours")]
    public async Task An_etag_of_a_document_that_does_not_exist_conflicts(string etag) =>
        await Should.ThrowAsync<ConflictException>(PutAsync("a", "one", etag));

    [Fact]
    public async Task Absent_conflicts_with_a_document_that_exists()
    {
        await PutAsync("a", "one", null);

        await Should.ThrowAsync<ConflictException>(PutAsync("a", "two", Put.Absent));
    }

    [Fact]
    public async Task No_expectation_creates_and_overwrites()
    {
        await PutAsync("a", "one", null);
        await PutAsync("a", "two", null);

        (await TextAsync("a")).ShouldBe("two");
    }

    [Fact]
    public async Task A_delete_takes_the_document_away()
    {
        var etag = await PutAsync("a", "one", null);

        var committed = await CommitAsync(new Put("a", null, etag));

        committed.ETags.ShouldBe([Put.Absent]);
        (await Store.ReadAsync("a", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_delete_with_an_old_etag_conflicts_and_one_of_nothing_is_no_error()
    {
        var old = await PutAsync("a", "one", null);
        await PutAsync("a", "two", null);

        await Should.ThrowAsync<ConflictException>(CommitAsync(new Put("a", null, old)));
        (await TextAsync("a")).ShouldBe("two");
        await CommitAsync(new Put("nothing", null, null));
    }

    [Fact]
    public async Task A_conflict_stores_nothing_at_all()
    {
        await PutAsync("taken", "one", null);

        await Should.ThrowAsync<ConflictException>(Store.CommitAsync(
            new([New("first"), New("taken"), New("last")], [new("first", 1, Noon)], [Row("s", "row")]), Token));

        (await Store.ListAsync("", 10, Token)).Select(document => document.Key).ShouldBe(["taken"]);
        (await TextAsync("taken")).ShouldBe("one");
        (await Store.NextDueAsync(Token)).ShouldBeNull();
        (await Store.ReadRowsAsync("s", 0, 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_ordered_by_utf8_bytes_and_limited()
    {
        // In UTF-16 the emoji's surrogates would come before U+FF5E.
        string[] ordered = ["a", "a/", "a/B", "a/a", "a/é", "a/\uFF5E", "a/😀", "b"];
        await CommitAsync([.. ordered.Reverse().Select(New)]);

        (await Store.ListAsync("", 100, Token)).Select(document => document.Key).ShouldBe(ordered);
        (await Store.ListAsync("a/", 3, Token)).Select(document => document.Key).ShouldBe(["a/", "a/B", "a/a"]);
        (await Store.ListAsync("a/", 0, Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("50%")]
    [InlineData("a_b")]
    [InlineData("a/b")]
    [InlineData("q*?[x]")]
    [InlineData("o'clock\"")]
    [InlineData("größe/")]
    [InlineData("قرار")]
    [InlineData("😀")]
    public async Task A_prefix_is_taken_character_for_character(string prefix)
    {
        string[] others = ["50", "50x1", "aXb1", "ab", "q", "qqqx1", "O'CLOCK\"1", "groesse/", "GRÖßE/1", "gro\u0308ße/1", "قرا", "😁1", "\U0010FFFF"];
        await CommitAsync([.. others.Select(New), New(prefix), New($"{prefix}1"), New($"{prefix}\U0010FFFF")]);

        (await Store.ListAsync(prefix, 100, Token)).Select(document => document.Key).ShouldBe([prefix, $"{prefix}1", $"{prefix}\U0010FFFF"]);
    }

    [Fact]
    public async Task Positions_of_a_stream_count_from_one_whatever_other_streams_do()
    {
        var committed = await Store.CommitAsync(new([], [], [Row("s", "1"), Row("other", "x"), Row("s", "2")]), Token);
        committed.Positions.ShouldBe([1, 1, 2]);

        await PutAsync("taken", "one", null);
        await Should.ThrowAsync<ConflictException>(Store.CommitAsync(new([New("taken")], [], [Row("s", "lost")]), Token));

        (await Store.CommitAsync(new([], [], [Row("s", "3")]), Token)).Positions.ShouldBe([3]);
    }

    [Theory]
    [InlineData(0, 10, "1 2 3 4 5")]
    [InlineData(2, 10, "3 4 5")]
    [InlineData(0, 2, "4 5")]
    [InlineData(3, 1, "5")]
    [InlineData(5, 10, "")]
    [InlineData(99, 10, "")]
    [InlineData(0, 0, "")]
    public async Task Rows_after_a_position_are_the_newest_ones_oldest_first(long after, int limit, string expected)
    {
        await Store.CommitAsync(new([], [], [.. Enumerable.Range(1, 5).Select(n => Row("s", $"{n}"))]), Token);

        var rows = await Store.ReadRowsAsync("s", after, limit, Token);

        string.Join(' ', rows.Select(row => Text(row.Body))).ShouldBe(expected);
        string.Join(' ', rows.Select(row => row.Position)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(2, new long[] { 3 })]
    [InlineData(99, new long[] { 3 })]
    [InlineData(1, new long[] { 2, 3 })]
    [InlineData(0, new long[] { 1, 2, 3 })]
    public async Task A_trim_takes_the_first_rows_away_and_positions_go_on(long upTo, long[] left)
    {
        await Store.CommitAsync(new Commit([], [], [Row("s"), Row("s"), Row("s"), Row("other")]), Token);

        await Store.CommitAsync(new Commit([], [], []) { Trims = [new Trim("s", upTo), new Trim("empty", 1)] }, Token);

        (await Store.ReadRowsAsync("s", 0, 10, Token)).Select(row => row.Position).ShouldBe(left);
        (await Store.ReadRowsAsync("other", 0, 10, Token)).Count.ShouldBe(1);
        (await Store.CommitAsync(new Commit([], [], [Row("s")]), Token)).Positions.ShouldBe([4]);

        static Append Row(string stream) => new(stream, Encoding.UTF8.GetBytes("row"));
    }

    [Fact]
    public async Task A_wake_up_is_taken_when_it_is_due_and_not_before()
    {
        await WakeAsync(new WakeUp("case/1", 3, Noon));

        (await TakeAsync(Noon - Duration.FromTicks(1))).ShouldBeEmpty();
        var taken = (await TakeAsync(Noon)).ShouldHaveSingleItem();
        taken.WakeUp.ShouldBe(new("case/1", 3, Noon));
        taken.Until.ShouldBe(Noon + Lease);
    }

    [Fact]
    public async Task Wake_ups_are_taken_earliest_first_up_to_the_limit()
    {
        await WakeAsync(new WakeUp("late", 1, Noon), new("early", 1, Noon - Lease), new("middle", 1, Noon - Duration.FromSeconds(1)), new("future", 1, Noon + Lease));

        (await Store.TakeAsync(Noon, Lease, 2, Token)).Select(taken => taken.WakeUp.Document).ShouldBe(["early", "middle"]);
        (await Store.TakeAsync(Noon, Lease, 2, Token)).Select(taken => taken.WakeUp.Document).ShouldBe(["late"]);
    }

    [Fact]
    public async Task A_taken_wake_up_is_hidden_until_its_lease_ends()
    {
        await WakeAsync(new WakeUp("case/1", 1, Noon));
        var first = (await TakeAsync(Noon)).Single();

        (await TakeAsync(first.Until - Duration.FromTicks(1))).ShouldBeEmpty();
        var second = (await TakeAsync(first.Until)).ShouldHaveSingleItem();
        second.WakeUp.ShouldBe(first.WakeUp);
        second.Until.ShouldBe(first.Until + Lease);
    }

    [Fact]
    public async Task One_whose_lease_has_ended_stands_in_line_from_the_end_of_the_lease()
    {
        await WakeAsync(new WakeUp("abandoned", 1, Noon));
        await TakeAsync(Noon);
        await WakeAsync(new WakeUp("meanwhile", 1, Noon + Duration.FromSeconds(1)));

        (await Store.TakeAsync(Noon + Lease, Lease, 1, Token)).ShouldHaveSingleItem().WakeUp.Document.ShouldBe("meanwhile");
        (await Store.TakeAsync(Noon + Lease, Lease, 1, Token)).ShouldHaveSingleItem().WakeUp.Document.ShouldBe("abandoned");
    }

    [Fact]
    public async Task A_completed_wake_up_does_not_come_again()
    {
        await WakeAsync(new WakeUp("case/1", 1, Noon));

        await Store.CompleteAsync((await TakeAsync(Noon)).Single(), Token);

        (await Store.NextDueAsync(Token)).ShouldBeNull();
        (await TakeAsync(Noon + Lease + Lease)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wake_up_that_is_put_back_comes_again_at_its_new_time()
    {
        await WakeAsync(new WakeUp("case/1", 1, Noon));
        var later = Noon + Duration.FromSeconds(30);

        await Store.PutBackAsync((await TakeAsync(Noon)).Single(), later, Token);

        (await Store.NextDueAsync(Token)).ShouldBe(later);
        (await TakeAsync(later - Duration.FromTicks(1))).ShouldBeEmpty();
        (await TakeAsync(later)).ShouldHaveSingleItem().WakeUp.ShouldBe(new("case/1", 1, later));
    }

    [Fact]
    public async Task Who_lost_the_lease_neither_completes_nor_puts_back()
    {
        await WakeAsync(new WakeUp("case/1", 1, Noon));
        var lost = (await TakeAsync(Noon)).Single();
        var held = (await TakeAsync(lost.Until)).Single();

        await Store.CompleteAsync(lost, Token);
        await Store.PutBackAsync(lost, Noon, Token);
        (await TakeAsync(lost.Until)).ShouldBeEmpty();

        await Store.PutBackAsync(held, held.Until, Token);
        await Store.CompleteAsync(held, Token);
        (await Store.NextDueAsync(Token)).ShouldBe(held.Until);
    }

    [Fact]
    public async Task A_lease_that_ended_is_still_ours_while_nobody_took_it()
    {
        await WakeAsync(new WakeUp("case/1", 1, Noon));
        var late = (await TakeAsync(Noon)).Single();

        await Store.CompleteAsync(late, Token);

        (await TakeAsync(late.Until)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Next_due_is_the_earliest_of_free_wake_ups_and_ends_of_leases()
    {
        await WakeAsync(new WakeUp("far", 1, Noon + Duration.FromDays(1)), new("case/1", 1, Noon));
        (await Store.NextDueAsync(Token)).ShouldBe(Noon);

        await TakeAsync(Noon);
        (await Store.NextDueAsync(Token)).ShouldBe(Noon + Lease);
    }

    [Fact]
    public async Task Two_wake_ups_of_one_document_are_two()
    {
        await WakeAsync(new WakeUp("case/1", 1, Noon), new("case/1", 1, Noon));

        (await TakeAsync(Noon)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_sixteen_racing_creators_one_wins()
    {
        var racers = Enumerable.Range(0, 16).Select(n => Task.Run(() => TryPutAsync("a", $"{n}", Put.Absent))).ToArray();

        var winners = (await Task.WhenAll(racers)).Select((won, n) => (won, n)).Where(racer => racer.won).ToArray();

        winners.Length.ShouldBe(1);
        (await TextAsync("a")).ShouldBe($"{winners[0].n}");
    }

    [Fact]
    public async Task Racing_takers_share_the_wake_ups_without_a_double()
    {
        await WakeAsync([.. Enumerable.Range(0, 40).Select(n => new WakeUp($"case/{n}", 1, Noon))]);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.TakeAsync(Noon, Lease, 7, Token))));

        taken.SelectMany(some => some).Select(wakeUp => wakeUp.WakeUp.Document).ShouldBeUnique();
        taken.Sum(some => some.Count).ShouldBe(40);
    }

    [Fact]
    public async Task Racing_appenders_leave_no_gap()
    {
        var positions = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(async () =>
            (await Store.CommitAsync(new([], [], [Row("s", $"{n}")]), Token)).Positions[0])));

        positions.Order().ShouldBe(Enumerable.Range(1, 50).Select(n => (long)n));
    }

    [Fact]
    public async Task A_cancelled_commit_stores_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(Store.CommitAsync(new([New("a")], [], []), new(canceled: true)));

        (await Store.ReadAsync("a", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_store_that_works_passes_its_check()
    {
        await PutAsync("a", "one", null);
        await Store.CheckAsync(Token);
        (await TextAsync("a")).ShouldBe("one");
    }

    protected static Put New(string key) => new(key, Bytes($"body of {key}"), Put.Absent);

    protected static Append Row(string stream, string text) => new(stream, Bytes(text));

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);

    private Task<Committed> CommitAsync(params Put[] puts) => Store.CommitAsync(new(puts, [], []), Token);

    private Task<Committed> WakeAsync(params WakeUp[] wakeUps) => Store.CommitAsync(new([], wakeUps, []), Token);

    private Task<IReadOnlyList<TakenWakeUp>> TakeAsync(Instant now) => Store.TakeAsync(now, Lease, 10, Token);

    private async Task<string> PutAsync(string key, string text, string? expected) => (await CommitAsync(new Put(key, Bytes(text), expected))).ETags[0];

    private async Task<bool> TryPutAsync(string key, string text, string? expected)
    {
        try
        {
            await PutAsync(key, text, expected);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private async Task<string> TextAsync(string key) => Text((await Store.ReadAsync(key, Token)).ShouldNotBeNull().Body);
}
