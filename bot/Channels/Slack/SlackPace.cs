using System.Collections.Concurrent;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// About one message a second in a channel, as Slack wants it, in the order in which they were asked for; and another try when Slack has too
/// much to do. Counts by the machine's clock.
/// </summary>
internal sealed class SlackPace([FromKeyedServices(HouseClock.Real)] TimeProvider time)
{
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Whoever is to wait longer is told, and comes again later: a duty's claim must not end meanwhile.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private const int MostTries = 3;

    private readonly KeyedLocks channels = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> free = new();

    /// <summary>How many channels somebody has just posted to.</summary>
    public int Count => free.Count;

    /// <summary>A new message: it waits until the last one in the channel is a second old.</summary>
    public async Task<T> PostAsync<T>(string channel, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var taken = await channels.TakeAsync(channel, cancellationToken);
        if (free.TryGetValue(channel, out var from))
            await WaitAsync(from - time.GetUtcNow(), cancellationToken);
        try
        {
            return await TryAsync(call, cancellationToken);
        }
        finally
        {
            free[channel] = time.GetUtcNow() + Step;
            Forget();
        }
    }

    /// <summary>A change of an earlier message, which is not counted and overtakes nothing.</summary>
    public async Task<T> ChangeAsync<T>(string channel, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var taken = await channels.TakeAsync(channel, cancellationToken);
        return await TryAsync(call, cancellationToken);
    }

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call(cancellationToken);
            }
            catch (SlackException e) when (e is { Error: SlackException.RateLimited } && (e.RetryAfter ?? Step) <= LongestWait && attempt < MostTries)
            {
                await WaitAsync(e.RetryAfter ?? Step, cancellationToken);
            }
        }
    }

    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var quiet in free.Where(channel => channel.Value <= now))
            free.TryRemove(quiet);
    }
}
