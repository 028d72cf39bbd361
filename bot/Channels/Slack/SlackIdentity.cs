using Hausmeister.Bot.Hosting;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Who we are in Slack, asked at start and until it is known. While it is not known, an event says itself for whom it is.</summary>
internal sealed partial class SlackIdentity(
    SlackApi api, SlackSettings settings, [FromKeyedServices(HouseClock.Real)] TimeProvider real, ILogger<SlackIdentity> logger) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private volatile string? user;
    private volatile Uri? workspace;

    public string? User => user;

    /// <summary>The workspace in a browser, as <c>https://acme.slack.com/</c>; null while it is not known.</summary>
    public Uri? Workspace => workspace;

    public async Task AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (ours, team, url) = await api.WhoAmIAsync(cancellationToken);
            user = ours;
            workspace = SlackLinks.Workspace(url);
            if (settings.Teams.Contains(team))
                Log.Known(logger, ours, team);
            else
                Log.OtherTeam(logger, team);
        }
        catch (Exception e) when (e is SlackException or HttpRequestException || !cancellationToken.IsCancellationRequested)
        {
            Log.Unknown(logger, e.Message);
        }
    }

    /// <summary>Until Slack has said it: without it nothing can be linked to there.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, real);
        do
            await AskAsync(stoppingToken);
        while (user is null && await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "In Slack we are {User} of {Team}")]
        public static partial void Known(ILogger logger, string user, string team);

        [LoggerMessage(2, LogLevel.Warning, "Slack:BotToken is of the workspace {Team}, which is not among Slack:Teams: nobody there is heard")]
        public static partial void OtherTeam(ILogger logger, string team);

        [LoggerMessage(3, LogLevel.Warning, "Slack did not say who we are: {Reason}")]
        public static partial void Unknown(ILogger logger, string reason);
    }
}
