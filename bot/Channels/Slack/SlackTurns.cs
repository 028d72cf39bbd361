using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>What a turn cannot know from its conversation.</summary>
/// <param name="Origin">The message in a channel of people that it is about.</param>
/// <param name="Squad">Whose the channel is in which it was asked.</param>
/// <param name="IsCardForAll">What was tapped is seen by everybody in the channel, whoever sees the answer.</param>
internal sealed record SlackAbout(Origin? Origin = null, SquadMeant? Squad = null, bool IsCardForAll = false)
{
    public static SlackAbout Nothing { get; } = new();
}

/// <summary>Runs turns as long as Slack waits. A turn that takes longer goes on; Slack comes again, and finds it done.</summary>
internal sealed partial class SlackTurns(
    SlackAdapter adapter, IBot bot, SlackGuests guests, [FromKeyedServices(HouseClock.Real)] TimeProvider real, TimeProvider time, ILogger<SlackTurns> logger)
{
    /// <summary>Slack waits for three seconds, the network included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private static readonly SlackReply Later = SlackReply.ComeAgain("The turn takes long. Please come again.");

    /// <returns>Taken once the turn is committed, else Slack is to come again.</returns>
    public Task<SlackReply> RunAsync(Activity activity, SlackAbout? about = null) => WithinPatienceAsync(() => RunToEndAsync(activity, about ?? SlackAbout.Nothing), Later);

    /// <summary>For work that is more than a turn. Other programs are not heard, and whoever was deactivated is not either.</summary>
    /// <returns>False where there was no turn: the activity came before, or is nobody's that is heard.</returns>
    public async Task<bool> RunToEndAsync(Activity activity, SlackAbout about)
    {
        var guest = await guests.FindAsync(activity.From.Id);
        if (!guest.IsHeard)
            return false;
        activity.From.Name = guest.Name;
        return await adapter.RunAsync(activity, about, bot, CancellationToken.None);
    }

    /// <summary>Work that Slack brings again while it is not done.</summary>
    public Task<SlackReply> WithinPatienceAsync(Func<Task> work) => WithinPatienceAsync(work, Later);

    /// <param name="late">What Slack is told where the work takes longer than it waits. It goes on.</param>
    public async Task<SlackReply> WithinPatienceAsync(Func<Task> work, SlackReply late)
    {
        var turn = work();
        using var done = new CancellationTokenSource();
        await Task.WhenAny(turn, Task.Delay(Patience, real, done.Token));
        await done.CancelAsync();
        if (turn.IsCompleted)
        {
            await turn;
            return SlackReply.Done;
        }

        _ = LookAfterAsync(turn);
        return late;
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
