using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>What a turn does, behind all middleware.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);

/// <summary>The rest of the middleware, and the bot.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Stands before every send of a turn. Not calling <paramref name="next"/> sends nothing.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> next);

/// <summary>Stands before every update of a turn. Not calling <paramref name="next"/> updates nothing.</summary>
public delegate Task<ResourceResponse> UpdateActivityHandler(
    ITurnContext turnContext, Activity activity, Func<Task<ResourceResponse>> next);

/// <summary>Stands before every deletion of a turn. Not calling <paramref name="next"/> deletes nothing.</summary>
public delegate Task DeleteActivityHandler(
    ITurnContext turnContext, ConversationReference reference, Func<Task> next);
