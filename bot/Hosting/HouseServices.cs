using Hausmeister.Bot.Configuration;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Support;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.EmbeddedTracker;
using Hausmeister.Integrations.GitHub;
using Hausmeister.Integrations.Http;
using Hausmeister.Integrations.Storage.Sqlite;
using Hausmeister.Integrations.TextIndex;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Hausmeister.Bot.Hosting;

internal static class HouseServices
{
    /// <summary>What a host of this program is by itself: what it refuses, how it stops and how it writes its log.</summary>
    public static WebApplicationBuilder AddHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel.Limits));
        builder.Services.AddRateLimiter(_ => { }).ConfigureOptions<RateLimits>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopGate.Longest);
        builder.Logging.Configure(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.None).AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.IncludeScopes = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
            console.UseUtcTimestamp = true;
        });
        return builder;
    }

    private static void Limit(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = Limits.BodyBytes;
        limits.MaxConcurrentConnections = Limits.Connections;
        limits.RequestHeadersTimeout = Limits.Headers;
        limits.KeepAliveTimeout = Limits.Idle;
        limits.MinRequestBodyDataRate = new MinDataRate(Limits.BodyBytesPerSecond, Limits.BodyGrace);
    }

    /// <summary>The data file and its clock, both checked before anything is served.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, AppOptions options) => services
        .AddSingleton<HouseClock>()
        .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<HouseClock>())
        .AddKeyedSingleton(HouseClock.Real, TimeProvider.System)
        .AddSingleton<ClockSteps>()
        .AddSingleton<IDocumentStore>(provider => SqliteDocumentStore.Open(
            new SqliteStoreOptions(options.StorageFile) { Synchronous = options.StorageSynchronous }, provider.GetRequiredService<ILogger<SqliteDocumentStore>>()))
        .AddSingleton<SecretKey>()
        .AddHostedService<DataCheck>()
        .AddHostedService<RotaBooks>();

    /// <summary>GitHub where there is a token, else the embedded tracker; and what a turn may ask of it.</summary>
    public static IServiceCollection AddTracker(this IServiceCollection services, AppOptions options)
    {
        services.AddHttpDefaults().AddSingleton<IOpenIssues, OpenIssuesWithinPatience>();
        return options.GitHubToken is { } token
            ? services.AddGitHubTracker(new GitHubSettings(options.GitHubApiAddress, token))
            : services.AddEmbeddedTracker(options.PublicAddress);
    }

    /// <summary>The nightly run: Airflow where it has an address, else a recording that plays.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services, AppOptions options) =>
        options.Airflow is { } airflow ? services.AddAirflow(airflow, TimeProvider.System) : services.AddRecordedAirflow();

    /// <summary>Finds answers and look-alikes by their words.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<ITextIndexFactory, TextIndexFactory>()
        .AddSingleton<Answers>()
        .AddSingleton<LookAlikes>();
}
