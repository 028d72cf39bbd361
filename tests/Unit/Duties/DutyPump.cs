using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Hausmeister.Tests.Duties;

/// <summary>Does what the loop does, when a test says so: serves what is due, and lets the time pass from one wake-up to the next.</summary>
internal sealed class DutyPump(InMemoryDocumentStore store, FakeTimeProvider time)
{
    private static readonly Duration Lease = Duration.FromMinutes(2);

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Serves what is due now, one after the other, until nothing is.</summary>
    public async Task RunAsync(WakeUpServer server)
    {
        while (await store.TakeAsync(Now, Lease, 1, CancellationToken.None) is [var taken])
            await ServeAsync(taken, server);
    }

    /// <summary>Serves everything that is due now at the same time.</summary>
    public async Task RunTogetherAsync(WakeUpServer server)
    {
        while (await store.TakeAsync(Now, Lease, 100, CancellationToken.None) is { Count: > 0 } taken)
            await Task.WhenAll(taken.Select(wakeUp => Task.Run(() => ServeAsync(wakeUp, server))));
    }

    /// <summary>Lets the time pass, serving what becomes due on the way.</summary>
    public async Task AdvanceAsync(WakeUpServer server, Duration by)
    {
        var end = Now + by;
        while (await store.NextDueAsync(CancellationToken.None) is { } next && next <= end)
        {
            AdvanceTo(next);
            await RunAsync(server);
        }
        AdvanceTo(end);
    }

    private void AdvanceTo(Instant instant)
    {
        if (instant > Now)
            time.Advance((instant - Now).ToTimeSpan());
    }

    private async Task ServeAsync(TakenWakeUp taken, WakeUpServer server)
    {
        var served = await server.ServeAsync(taken.WakeUp, Now, CancellationToken.None);
        if (served is Served.PutBack { Due: var again })
            await store.PutBackAsync(taken, again, CancellationToken.None);
        else if (served == Served.Done)
            await store.CompleteAsync(taken, CancellationToken.None);
    }
}
