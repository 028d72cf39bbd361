using Hausmeister.Bot.Turns;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace Hausmeister.Bot.Channels.BotFramework;

/// <summary>Speaks on every channel that comes through the Bot Framework; each of its turns goes through the door and the turn's middleware.</summary>
internal sealed class BotFrameworkAdapter : CloudAdapter
{
    public BotFrameworkAdapter(
        BotFrameworkAuthentication authentication, BotFrameworkDoor door, TurnMiddleware turns, TurnErrors errors, ILogger<BotFrameworkAdapter> logger)
        : base(authentication, logger)
    {
        Use(door);
        Use(turns);
        OnTurnError = errors.HandleAsync;
    }
}
