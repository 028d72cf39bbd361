using Hausmeister.Bot.Configuration;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Support;
using Hausmeister.Integrations.EmbeddedTracker;
using Hausmeister.Integrations.GitHub;
using Hausmeister.Integrations.Http;
using Hausmeister.Integrations.Storage.Sqlite;
using Hausmeister.Integrations.TextIndex;

namespace Hausmeister.Bot.Hosting;

internal static class HouseServices
{
    /// <summary>The largest request body, in bytes; a form with the longest texts stays below. Endpoints may allow less.</summary>
    private const long LargestBody = 512 * 1024;

    /// <summary>What a host of this program is by itself: what it refuses, how it stops and how it writes its log.</summary>
    public static WebApplicationBuilder AddHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestBody);
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

    /// <summary>The data file and its clock, both checked before anything is served.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, AppOptions options) => services
        .AddSingleton<HouseClock>()
        .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<HouseClock>())
        .AddSingleton<IDocumentStore>(provider => SqliteDocumentStore.Open(
            new SqliteStoreOptions(options.StorageFile) { Synchronous = options.StorageSynchronous }, provider.GetRequiredService<ILogger<SqliteDocumentStore>>()))
        .AddHostedService<DataCheck>();

    /// <summary>GitHub where there is a token, else the embedded tracker; and what a turn may ask of it.</summary>
    public static IServiceCollection AddTracker(this IServiceCollection services, AppOptions options)
    {
        services.AddHttpDefaults().AddSingleton<IOpenIssues, OpenIssuesWithinPatience>();
        return options.GitHubToken is { } token
            ? services.AddGitHubTracker(new GitHubSettings(options.GitHubApiAddress, token))
            : services.AddEmbeddedTracker(options.PublicAddress);
    }

    /// <summary>Finds answers and look-alikes by their words.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<ITextIndexFactory, TextIndexFactory>()
        .AddSingleton<Answers>()
        .AddSingleton<LookAlikes>();
}
