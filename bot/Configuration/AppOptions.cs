using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Storage.Sqlite;

namespace Hausmeister.Bot.Configuration;

/// <summary>The settings of one deployment, from appsettings.json, user secrets, the environment and the command line.</summary>
internal sealed record AppOptions
{
    /// <summary><c>Storage:File</c>, default <c>data/hausmeister.db</c>; relative to the content root.</summary>
    public required string StorageFile { get; init; }

    /// <summary><c>Storage:Synchronous</c>, default <c>FULL</c>.</summary>
    public Synchronous StorageSynchronous { get; init; }

    /// <summary><c>Squads:Folder</c>, default <c>squads</c> beside the app; a configured one is relative to the content root.</summary>
    public required string SquadsFolder { get; init; }

    /// <summary><c>GitHub:Token</c>, from user secrets or the environment, never from a file of the repository. Without it the embedded tracker is used.</summary>
    public string? GitHubToken { get; init; }

    /// <summary><c>GitHub:ApiAddress</c>, default that of github.com.</summary>
    public required Uri GitHubApiAddress { get; init; }

    /// <summary>
    /// <c>Airflow:Address</c>, with <c>Airflow:Username</c> and <c>Airflow:Password</c> or with <c>Airflow:Token</c>; <c>Airflow:Version</c>, default whichever it is.
    /// Password and token as <see cref="GitHubToken"/>. Without an address a recording is played.
    /// </summary>
    public AirflowSettings? Airflow { get; init; }

    /// <summary>
    /// <c>Slack:SigningSecret</c> (over HTTP) or <c>Slack:AppToken</c> (Socket Mode) or both, <c>Slack:BotToken</c> and <c>Slack:Teams</c>, or none;
    /// <c>Slack:ApiAddress</c>, default Slack's. Secret and tokens as <see cref="GitHubToken"/>.
    /// </summary>
    public SlackSettings? Slack { get; init; }

    /// <summary><c>PublicAddress</c>, default where the bot listens: where people's browsers reach it; links in messages begin with it.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary><c>Clock:Start</c>, in Development only.</summary>
    public ClockStart? ClockStart { get; init; }

    /// <summary><c>MicrosoftAppId</c>: the bot's registration with Azure Bot Service; none while it runs on this machine alone.</summary>
    public string? MicrosoftAppId { get; init; }

    // A record prints its members; a log must not get a token.
    public override string ToString() => $"{nameof(AppOptions)} {{ {nameof(PublicAddress)} = {PublicAddress} }}";
}
