using Hausmeister.Bot.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.BotFramework;

/// <summary>
/// Lets in what can be answered and comes from where it may. The web chat and Slack have doors of their own: whoever names them here would
/// speak with a member's account there.
/// </summary>
internal sealed partial class BotFrameworkDoor(ILogger<BotFrameworkDoor> logger) : IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (Problem(turnContext.Activity) is not { } problem)
            return next(cancellationToken);
        Log.NotLetIn(logger, problem);
        return Task.CompletedTask;
    }

    private static string? Problem(Activity activity) => activity switch
    {
        { ChannelId: KnownChannels.Webchat } => "it says that it comes from the web chat",
        { ChannelId: KnownChannels.Slack } => "it says that it comes from Slack",
        { ServiceUrl: null or "" } => "it has no serviceUrl, so nobody could be answered",
        _ when Ids(activity).Any(id => id?.Length > Limits.IdLength) => $"an id in it is longer than {Limits.IdLength} characters",
        _ when Ids(activity).Any(id => id?.Length > 0 && string.IsNullOrWhiteSpace(id)) => "an id in it is blank",
        _ when !NamesEverybody(activity.MembersAdded) || !NamesEverybody(activity.MembersRemoved) => "somebody in it has no id",
        _ when !CanBeRead(activity) => "its mentions or its channelData are not of their shape",
        _ => null,
    };

    private static bool NamesEverybody(IList<ChannelAccount>? members) => members?.Any(member => string.IsNullOrWhiteSpace(member?.Id)) is not true;

    /// <summary>These are read as what they should be only in the turn, which would then fail.</summary>
    private static bool CanBeRead(Activity activity)
    {
        try
        {
            if (activity.Type == ActivityTypes.Message)
                activity.GetMentions();
            else if (activity is { Type: ActivityTypes.ConversationUpdate, ChannelId: KnownChannels.Msteams })
                return activity.GetChannelData<TeamsChannelData>()?.Team?.Id is not { } team || (team.Length <= Limits.IdLength && !string.IsNullOrWhiteSpace(team));
            return true;
        }
        catch (Exception)
        {
            // The packages differ in what they throw.
            return false;
        }
    }

    /// <summary>They become keys and parts of addresses, and stand in the log.</summary>
    private static IEnumerable<string?> Ids(Activity activity) =>
    [
        activity.Id, activity.ChannelId, activity.ServiceUrl, activity.ReplyToId, activity.Conversation?.Id, activity.From?.Id, activity.From?.AadObjectId, activity.Recipient?.Id,
        .. activity.MembersAdded?.Select(member => member?.Id) ?? [],
    ];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An activity was not let in: {Problem}")]
        public static partial void NotLetIn(ILogger logger, string problem);
    }
}
