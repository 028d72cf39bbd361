namespace Microsoft.Bot.Builder;

/// <summary>What runs around a turn. Not calling <c>next</c> ends the turn before the bot sees it.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
