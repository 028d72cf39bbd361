using System.Collections.Concurrent;
using System.Text.Json;
using Hausmeister.Bot.Hosting;
using Hausmeister.Domain.Squads;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Somebody who is in no squad's file.</summary>
/// <param name="Name">What they are called; null: it is not known.</param>
/// <param name="IsHeard">A program or a deactivated account is not.</param>
internal sealed record SlackGuest(string? Name, bool IsHeard)
{
    public static SlackGuest Unknown { get; } = new(null, IsHeard: true);
}

/// <summary>Who guests are, asked of Slack before their turn and kept for a while. A turn does not wait long for it: it goes on with "A guest".</summary>
internal sealed partial class SlackGuests(
    SlackApi api, IReadOnlyList<Squad> squads, [FromKeyedServices(HouseClock.Real)] TimeProvider time, ILogger<SlackGuests> logger)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    /// <summary>A name changes seldom, and whoever was deactivated writes no more.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public const int Most = 1_000;

    /// <summary>Where Slack did not say it, it is not asked at each word.</summary>
    private static readonly TimeSpan KeptUnknown = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Asked> asked = new();

    /// <summary>How many are known.</summary>
    public int Count => asked.Count;

    /// <summary>A member's name is in the squad's file.</summary>
    public ValueTask<SlackGuest> FindAsync(string user) =>
        squads.Any(squad => squad.FindByAccount(KnownChannels.Slack, user) is not null) ? new(SlackGuest.Unknown) : new(WaitAsync(Ask(user)));

    private async Task<SlackGuest> WaitAsync(Task<SlackGuest> answer)
    {
        try
        {
            return await answer.WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            return SlackGuest.Unknown;
        }
    }

    private Task<SlackGuest> Ask(string user)
    {
        var now = time.GetUtcNow();
        if (asked.TryGetValue(user, out var known) && now < known.Until)
            return known.Answer;
        if (asked.Count >= Most)
            asked.Clear();
        var question = asked[user] = new Asked { Until = now + Kept };
        return question.Answer = AskAsync(user, question);
    }

    private async Task<SlackGuest> AskAsync(string user, Asked question)
    {
        try
        {
            var found = await api.UserAsync(user, CancellationToken.None);
            return new(found.Called, IsHeard: found is { Deleted: false, IsBot: false });
        }
        catch (Exception e)
        {
            question.Until = time.GetUtcNow() + KeptUnknown;
            Log.NotNamed(logger, e.Message);
            return SlackGuest.Unknown;
        }
    }

    private sealed class Asked
    {
        public DateTimeOffset Until { get; set; }

        public Task<SlackGuest> Answer { get; set; } = Task.FromResult(SlackGuest.Unknown);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Slack did not say who a guest is: {Reason}")]
        public static partial void NotNamed(ILogger logger, string reason);
    }
}
