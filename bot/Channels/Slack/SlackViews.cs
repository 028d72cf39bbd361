using System.Collections.Concurrent;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards.Rendering;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// Open modals that change with what is chosen in them. Choices may come late or twice: each modal follows the newest, one change after the
/// other, and it is changed only from what we know it to be.
/// </summary>
internal sealed partial class SlackViews(
    SlackApi api, KeyedLocks locks, [FromKeyedServices(HouseClock.Real)] TimeProvider real, ILogger<SlackViews> logger)
{
    /// <summary>Nobody leaves one open for as long.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Followed> followed = new();

    /// <param name="view">As it was when the choice was made.</param>
    /// <param name="ts">When it was made, by Slack's clock.</param>
    public async Task FollowAsync(SlackView view, string ts, SlackModal modal)
    {
        using var alone = await locks.TakeAsync($"slack/view/{view.Id}", CancellationToken.None);
        var last = followed.GetValueOrDefault(view.Id!);
        if (last is not null && string.CompareOrdinal(ts, last.Ts) <= 0)
            return;
        Forget();
        followed[view.Id!] = new(ts, await UpdateAsync(view, last?.Hash ?? view.Hash, modal), real.GetUtcNow() + Kept);
    }

    /// <returns>The view's hash now; null where it is not known, as it could not be changed.</returns>
    private async Task<string?> UpdateAsync(SlackView view, string? hash, SlackModal modal)
    {
        using var late = new CancellationTokenSource(SlackPatience.OfQuestion, real);
        try
        {
            return await api.UpdateViewAsync(view.Id!, hash, modal, late.Token);
        }
        catch (Exception e) when (e is SlackException or HttpRequestException or OperationCanceledException)
        {
            Log.NotFollowed(logger, e.Message);
            return null;
        }
    }

    private void Forget()
    {
        var now = real.GetUtcNow();
        foreach (var old in followed.Where(known => known.Value.Until <= now))
            followed.TryRemove(old);
    }

    private sealed record Followed(string Ts, string? Hash, DateTimeOffset Until);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A form was not changed by what was chosen in it, and asks the rest later: {Reason}")]
        public static partial void NotFollowed(ILogger logger, string reason);
    }
}
