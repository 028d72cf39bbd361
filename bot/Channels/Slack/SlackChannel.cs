using System.Net.Http.Headers;
using Hausmeister.Bot.Hosting;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Slack's own APIs: events and interactivity in over HTTP or Socket Mode, the Web API out. Without settings there is nothing of it.</summary>
internal static class SlackChannel
{
    public const string HttpClientName = "Slack";

    public static IServiceCollection AddSlack(this IServiceCollection services, SlackSettings? settings)
    {
        if (settings is null)
            return services;
        services.AddHttpClient(HttpClientName)
            .ConfigureHttpClient(http =>
            {
                http.BaseAddress = settings.ApiAddress;
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.BotToken);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // To wherever, with our token.
                AllowAutoRedirect = false,
                // The client is kept for ever: new connections find a new address.
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        if (settings.SigningSecret is { } secret)
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackDoor>(provider, secret));
        if (settings.AppToken is { } token)
            services.AddSocketMode(token);
        return services
            .AddSingleton(settings)
            .AddSingleton(provider => new SlackApi(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName), provider.GetRequiredService<SlackTroubles>(), provider.GetRequiredService<ILogger<SlackApi>>()))
            .AddSingleton<SlackTroubles>()
            .AddHostedService(provider => provider.GetRequiredService<SlackTroubles>())
            .AddSingleton<SlackPace>()
            .AddSingleton<SlackMemory>()
            .AddSingleton<OldTaps>()
            .AddSingleton<SlackAdapter>()
            .AddSingleton<SlackGuests>()
            .AddSingleton<SlackTurns>()
            .AddSingleton<SlackNews>()
            .AddSingleton<SlackEvents>()
            .AddSingleton<SlackInteractions>()
            .AddSingleton<SlackInbox>()
            .AddSingleton<SlackIdentity>()
            .AddHostedService(provider => provider.GetRequiredService<SlackIdentity>());
    }

    private static IServiceCollection AddSocketMode(this IServiceCollection services, string token) => services
        .AddSingleton<PauseBeforeConnecting>(SocketModePauses.WithJitter)
        .AddSingleton<SocketModeInbox>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<SocketModeDialler>(provider, token))
        .AddSingleton<SocketMode>()
        .AddHostedService(provider => provider.GetRequiredService<SocketMode>());

    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<SlackDoor>() is not { } door)
            return;
        routes.MapPost("/slack/events", (HttpRequest request) => door.TakeEventAsync(request)).RequireRateLimiting(RateLimits.Messages);
        routes.MapPost("/slack/interactivity", (HttpRequest request) => door.TakeInteractionAsync(request)).RequireRateLimiting(RateLimits.Messages);
    }
}
