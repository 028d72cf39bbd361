using Hausmeister.Bot.Turns;

namespace Hausmeister.Tests.Turns;

public sealed class KeyedLocksTests
{
    private readonly KeyedLocks locks = new();

    [Fact]
    public async Task A_key_is_given_in_the_order_in_which_it_was_asked_for()
    {
        List<int> order = [];
        var first = await locks.TakeAsync("key", default);
        var others = Enumerable.Range(1, 5).Select(WaitAsync).ToList();
        order.ShouldBeEmpty();
        first.Dispose();
        await Task.WhenAll(others);
        order.ShouldBe([1, 2, 3, 4, 5]);

        async Task WaitAsync(int number)
        {
            using var taken = await locks.TakeAsync("key", default);
            order.Add(number);
        }
    }

    [Fact]
    public async Task Different_keys_do_not_wait_for_each_other()
    {
        using var one = await locks.TakeAsync("one", default);
        using var two = await locks.TakeAsync("two", default);
        locks.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_nobody_wants_is_forgotten_also_after_a_wait_that_was_given_up()
    {
        using var cancellation = new CancellationTokenSource();
        var taken = await locks.TakeAsync("key", default);
        var waiting = locks.TakeAsync("key", cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        locks.Count.ShouldBe(1);
        taken.Dispose();
        taken.Dispose();
        locks.Count.ShouldBe(0);
    }
}
