using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Storage;
using Hausmeister.Tests.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NSubstitute;

namespace Hausmeister.Tests.Duties;

/// <summary>The loop itself, with its threads.</summary>
public sealed class DutyLoopTests : IAsyncLifetime
{
    private readonly DutyHouse house = new();
    private readonly DutyLoop loop;

    public DutyLoopTests() => loop = new DutyLoop(house.Store, house.Server, new DutyBell(), house.Time, NullLogger<DutyLoop>.Instance);

    public ValueTask InitializeAsync() => new(loop.StartAsync(CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await loop.StopAsync(CancellationToken.None);
        loop.Dispose();
    }

    [Fact]
    public async Task What_is_due_is_served_and_what_is_not_waits()
    {
        var @case = await house.TriageAsync(Priority.P2);
        await UntilAsync(async () => (await house.CaseAsync(@case.Id)).Issue is not null);

        house.Messenger.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slow_tracker_holds_up_nobody_else()
    {
        var slow = new TaskCompletionSource();
        house.Tracker.Meanwhile = (_, _) => slow.Task;
        var @case = await house.TriageAsync();
        await UntilAsync(() => Task.FromResult(house.Tracker.Calls.Count > 0));

        await house.SaveAsync(c => c.Tell(Recipient.Of("bruno"), PostKind.Given, house.Now, "Ana"));
        await UntilAsync(() => Task.FromResult(house.Messenger.Sent.Count == 1));

        (await house.CaseAsync(@case.Id)).Issue.ShouldBeNull();
        slow.SetResult();
        await UntilAsync(async () => (await house.CaseAsync(@case.Id)).Issue is not null);
    }

    [Fact]
    public async Task A_stop_finishes_the_duty_in_hand_and_begins_no_other()
    {
        var slow = new TaskCompletionSource();
        house.Tracker.Meanwhile = (_, _) => slow.Task;
        var @case = await house.TriageAsync(Priority.P2);
        await UntilAsync(() => Task.FromResult(house.Tracker.Calls.Count > 0));

        var stop = loop.StopAsync(CancellationToken.None);
        var late = await house.TriageAsync(Priority.P2);
        stop.IsCompleted.ShouldBeFalse();
        slow.SetResult();
        await stop.WaitAsync(Waiting.Longest);

        (await house.CaseAsync(@case.Id)).Issue.ShouldNotBeNull();
        (await house.CaseAsync(late.Id)).Issue.ShouldBeNull();
    }

    [Fact]
    public async Task A_wake_up_that_cannot_be_served_comes_again()
    {
        await house.Store.CommitAsync(
            new(
                [new("data-infra/case/broken-1", "no document"u8.ToArray(), null)],
                [new("data-infra/case/broken-1", 1, house.Now)],
                []),
            CancellationToken.None);
        var healthy = await house.TriageAsync(Priority.P2);

        await UntilAsync(async () => (await house.CaseAsync(healthy.Id)).Issue is not null);
        await UntilAsync(async () => await house.Store.NextDueAsync(CancellationToken.None) > house.Now);

        (await house.WakeUpsAsync()).ShouldContain("data-infra/case/broken-1");
    }

    [Fact]
    public async Task Storage_that_fails_is_told_in_one_line_and_asked_again()
    {
        var log = new LogLines<DutyLoop>();
        var asked = 0;
        var store = Substitute.For<IDocumentStore>();
        store.NextDueAsync(Arg.Any<CancellationToken>()).Returns<Instant?>(_ => asked++ < 2 ? throw new StorageException("The disk is full. Make room.") : null);
        using var troubled = new DutyLoop(store, house.Server, new DutyBell(), house.Time, log);
        await troubled.StartAsync(CancellationToken.None);

        await UntilAsync(() => Task.FromResult(asked > 3));
        await troubled.StopAsync(CancellationToken.None);

        log.Lines.ShouldBe(Enumerable.Repeat("What is owed waits for the storage: The disk is full. Make room.", 2));
    }

    /// <summary>The loop naps for a second of the house's clock at most.</summary>
    private Task UntilAsync(Func<Task<bool>> condition) => Eventually.IsTrueAsync(async () =>
    {
        house.Time.Advance(TimeSpan.FromSeconds(1));
        return await condition();
    });
}
