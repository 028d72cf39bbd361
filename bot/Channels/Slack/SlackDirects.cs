using System.Collections.Concurrent;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>The channels of people's direct messages with the bot: as they wrote there last, else as Slack opens them. Such a channel never changes.</summary>
internal sealed partial class SlackDirects(
    SlackApi api, IDocumentStore store, IReadOnlyList<Squad> squads, [FromKeyedServices(HouseClock.Real)] TimeProvider real, ILogger<SlackDirects> logger)
{
    private readonly ConcurrentDictionary<string, string> known = new();

    /// <summary>Null where Slack does not open it in time.</summary>
    public async Task<string?> OfAsync(string user)
    {
        if (known.TryGetValue(user, out var channel))
            return channel;
        using var late = new CancellationTokenSource(SlackPatience.OfQuestion, real);
        try
        {
            return known[user] = await ReachedAsync(user, late.Token) ?? await api.OpenConversationAsync(user, late.Token);
        }
        catch (Exception e) when (e is SlackException or HttpRequestException or OperationCanceledException)
        {
            Log.NotOpened(logger, e.Message);
            return null;
        }
    }

    private async Task<string?> ReachedAsync(string user, CancellationToken cancellationToken)
    {
        foreach (var squad in squads)
            if (squad.FindByAccount(KnownChannels.Slack, user) is { } member
                && await new Work(store).LoadAsync(TurnDocuments.Reach, Keys.Reach(squad.Id, member.Id), cancellationToken) is { } reach
                && reach.Channels.GetValueOrDefault(KnownChannels.Slack) is { } reached
                && Keys.LastPart(reached.Place) is ['D', ..] channel)
                return channel;
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A direct message could not be opened: {Reason}")]
        public static partial void NotOpened(ILogger logger, string reason);
    }
}
