using Hausmeister.Bot.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace Hausmeister.Bot.Channels.BotFramework;

/// <summary>Bot Framework's activities over HTTP: Microsoft Teams, and the Agents Playground that plays it.</summary>
internal static class BotFrameworkChannel
{
    public static IServiceCollection AddBotFramework(this IServiceCollection services) => services
        .AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(
            provider.GetRequiredService<IConfiguration>(), httpClientFactory: provider.GetRequiredService<IHttpClientFactory>()))
        .AddSingleton<BotFrameworkDoor>()
        .AddSingleton<BotFrameworkAdapter>();

    /// <summary>Any other method than POST is answered 405 by the routing, without a word in the log.</summary>
    public static void MapBotFramework(this IEndpointRouteBuilder routes) =>
        // A caller that hangs up does not end the turn: it would come again, and be as slow.
        routes.MapPost("/api/messages", (HttpContext http, BotFrameworkAdapter adapter, IBot bot) =>
            adapter.ProcessAsync(http.Request, http.Response, bot, CancellationToken.None)).RequireRateLimiting(RateLimits.Messages);
}
