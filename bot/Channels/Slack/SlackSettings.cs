namespace Hausmeister.Bot.Channels.Slack;

/// <summary>How this deployment is an app in Slack.</summary>
/// <param name="SigningSecret">What requests from Slack are signed with; null: nothing comes over HTTP.</param>
/// <param name="BotToken">What we call Slack with.</param>
/// <param name="Teams">The ids of the workspaces that are let in.</param>
/// <param name="ApiAddress">Slack's Web API; ends with a slash.</param>
internal sealed record SlackSettings(string? SigningSecret, string BotToken, IReadOnlyCollection<string> Teams, Uri ApiAddress)
{
    public static readonly Uri UsualApiAddress = new("https://slack.com/api/");

    /// <summary>What we ask Slack for a connection with; null: no Socket Mode.</summary>
    public string? AppToken { get; init; }

    // A record prints its members; a log must not get a secret.
    public override string ToString() => $"{nameof(SlackSettings)} {{ {nameof(Teams)} = {string.Join(' ', Teams)}, {nameof(ApiAddress)} = {ApiAddress} }}";
}
