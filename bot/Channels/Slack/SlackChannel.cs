using System.Net.Http.Headers;
using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Hosting;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Slack's own APIs: events and interactivity in over HTTP or Socket Mode, the Web API out. Without settings there is nothing of it.</summary>
internal static class SlackChannel
{
    public const string HttpClientName = "Slack";

    /// <summary>Calls what is not the Web API, without our token.</summary>
    public const string ResponsesClientName = "Slack's responses";

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
            .ConfigurePrimaryHttpMessageHandler(Straight);
        services.AddHttpClient(ResponsesClientName).ConfigurePrimaryHttpMessageHandler(Straight);
        if (settings.SigningSecret is { } secret)
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackDoor>(provider, secret));
        if (settings.AppToken is { } token)
            services.AddSocketMode(token);
        return services
            .AddSingleton(settings)
            .AddSingleton(provider => new SlackApi(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName), provider.GetRequiredService<SlackTroubles>(), provider.GetRequiredService<ILogger<SlackApi>>()))
            .AddSingleton(provider => new SlackResponses(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(ResponsesClientName), settings, provider.GetRequiredKeyedService<TimeProvider>(HouseClock.Real)))
            .AddSingleton<SlackTroubles>()
            .AddHostedService(provider => provider.GetRequiredService<SlackTroubles>())
            .AddSingleton<SlackPace>()
            .AddSingleton<SlackMemory>()
            .AddSingleton<OldTaps>()
            .AddSingleton<SlackTriggers>()
            .AddSingleton<SlackAdapter>()
            .AddSingleton<IRoomTopics, SlackTopics>()
            .AddSingleton<SlackGuests>()
            .AddSingleton<SlackTurns>()
            .AddSingleton<SlackDirects>()
            .AddSingleton<SlackAskers>()
            .AddSingleton<SlackSubjects>()
            .AddSingleton<SlackAsides>()
            .AddSingleton<SlackRequests>()
            .AddSingleton<SlackViews>()
            .AddSingleton<SlackForms>()
            .AddSingleton<SlackCommands>()
            .AddSingleton<SlackHomes>()
            .AddSingleton<SlackNews>()
            .AddSingleton<SlackEvents>()
            .AddSingleton<SlackInteractions>()
            .AddSingleton<SlackInbox>()
            .AddSingleton<SlackPatience>()
            .AddSingleton<ILateRunner, SlackLateRunner>()
            .AddSingleton<SlackCatchUp>()
            .AddHostedService(provider => provider.GetRequiredService<SlackCatchUp>())
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
        routes.MapPost("/slack/commands", (HttpRequest request) => door.TakeCommandAsync(request)).RequireRateLimiting(RateLimits.Messages);
    }

    private static SocketsHttpHandler Straight() => new()
    {
        // To wherever, with our token or with people's words.
        AllowAutoRedirect = false,
        // The clients are kept for ever: new connections find a new address.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
