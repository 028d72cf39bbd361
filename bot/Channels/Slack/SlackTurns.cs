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

/// <summary>Runs turns. Other programs are not heard, and whoever was deactivated is not either.</summary>
internal sealed class SlackTurns(SlackAdapter adapter, IBot bot, SlackGuests guests, TimeProvider time)
{
    /// <returns>Done once the turn is committed.</returns>
    public async Task<SlackReply> TakeAsync(Activity activity, SlackAbout? about = null)
    {
        await RunAsync(activity, about ?? SlackAbout.Nothing);
        return SlackReply.Done;
    }

    /// <returns>False where there was no turn: the activity came before, or is nobody's that is heard.</returns>
    public async Task<bool> RunAsync(Activity activity, SlackAbout about)
    {
        var guest = await guests.FindAsync(activity.From.Id);
        if (!guest.IsHeard)
            return false;
        activity.From.Name = guest.Name;
        return await adapter.RunAsync(activity, about, bot, CancellationToken.None);
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
}
