namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Messages' addresses in a browser, as Slack's <i>Copy link</i> has them.</summary>
internal static class SlackLinks
{
    /// <summary>The address of a workspace as Slack tells it; null where it is none that a person may follow.</summary>
    public static Uri? Workspace(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;

    /// <param name="domain">What the workspace's address begins with, as <c>acme</c>.</param>
    public static Uri? OfDomain(string? domain) =>
        domain is { Length: > 0 } && domain.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? Workspace($"https://{domain}.slack.com/") : null;

    /// <param name="thread">The first message of the thread that it stands in; null: in none.</param>
    public static Uri To(Uri workspace, string channel, string? thread, string ts)
    {
        var message = $"archives/{channel}/p{ts.Replace(".", "", StringComparison.Ordinal)}";
        return new(workspace, thread is null || thread == ts ? message : $"{message}?thread_ts={thread}&cid={channel}");
    }
}
