using Hausmeister.Bot.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.BotFramework;

/// <summary>
/// Lets in what can be answered and comes from where it may. The web chat has a door of its own: whoever names it here would speak with a
/// member's account there.
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
        { ServiceUrl: null or "" } => "it has no serviceUrl, so nobody could be answered",
        _ when Ids(activity).Any(id => id?.Length > Limits.IdLength) => $"an id in it is longer than {Limits.IdLength} characters",
        _ => null,
    };

    /// <summary>They become keys and stand in the log.</summary>
    private static string?[] Ids(Activity activity) =>
        [activity.Id, activity.ChannelId, activity.ServiceUrl, activity.ReplyToId, activity.Conversation?.Id, activity.From?.Id, activity.From?.AadObjectId, activity.Recipient?.Id];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An activity was not let in: {Problem}")]
        public static partial void NotLetIn(ILogger logger, string problem);
    }
}
