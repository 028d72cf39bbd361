using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Messages of Slack's for a browser, as <i>Copy link</i> there has them.</summary>
internal static class SlackLinks
{
    /// <summary>The address of a workspace as Slack tells it; null where it is none that a person may follow.</summary>
    public static Uri? Workspace(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;

    /// <param name="domain">What the workspace's address begins with, as <c>acme</c>.</param>
    public static Uri? OfDomain(string? domain) =>
        domain is { Length: > 0 } && domain.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? Workspace($"https://{domain}.slack.com/") : null;

    /// <param name="workspace">The workspace's address; ends with a slash.</param>
    /// <param name="thread">The message that begins the thread; null where the message stands by itself.</param>
    public static Uri Message(Uri workspace, string channel, string? thread, string ts) =>
        new(workspace, $"archives/{channel}/p{ts.Replace(".", "", StringComparison.Ordinal)}{(thread is null || thread == ts ? "" : $"?thread_ts={thread}&cid={channel}")}");

    /// <summary>A message in a channel, as what something came with. Null in a direct message, which is nobody else's thread.</summary>
    public static Origin? Origin(Uri workspace, string channel, string? thread, string ts) => SlackPlaces.IsPrivate(channel)
        ? null
        : new(Keys.Place(KnownChannels.Slack, SlackPlaces.OfMessage(channel, thread, ts)), Message(workspace, channel, thread, ts));
}
