using Hausmeister.Bot.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Runs turns as long as Slack waits. A turn that takes longer goes on; Slack comes again, and finds it done.</summary>
internal sealed partial class SlackTurns(
    SlackAdapter adapter, IBot bot, SlackGuests guests, [FromKeyedServices(HouseClock.Real)] TimeProvider real, TimeProvider time, ILogger<SlackTurns> logger)
{
    /// <summary>Slack waits for three seconds, the network included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <returns>Taken once the turn is committed, else Slack is to come again.</returns>
    public async Task<SlackReply> RunAsync(Activity activity)
    {
        var turn = RunNamedAsync(activity);
        using var done = new CancellationTokenSource();
        await Task.WhenAny(turn, Task.Delay(Patience, real, done.Token));
        await done.CancelAsync();
        if (turn.IsCompleted)
        {
            await turn;
            return SlackReply.Done;
        }

        _ = LookAfterAsync(turn);
        return SlackReply.ComeAgain("The turn takes long. Please come again.");
    }

    public Activity Message(string conversation, string user, string id) => new(ActivityTypes.Message)
    {
        Id = id,
        Timestamp = time.GetUtcNow(),
        ChannelId = KnownChannels.Slack,
        From = new ChannelAccount(user, role: RoleTypes.User),
        Recipient = SlackPlaces.Bot,
        Conversation = SlackPlaces.Account(conversation),
        TextFormat = TextFormatTypes.Plain,
    };

    /// <summary>Other programs are not heard, and whoever was deactivated is not either.</summary>
    private async Task RunNamedAsync(Activity activity)
    {
        var guest = await guests.FindAsync(activity.From.Id);
        if (!guest.IsHeard)
            return;
        activity.From.Name = guest.Name;
        await adapter.RunAsync(activity, bot, CancellationToken.None);
    }

    private async Task LookAfterAsync(Task turn)
    {
        try
        {
            await turn;
        }
        catch (Exception e)
        {
            Log.FailedLate(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A turn for which Slack did not wait failed; nothing was stored")]
        public static partial void FailedLate(ILogger logger, Exception exception);
    }
}
