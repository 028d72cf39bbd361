using System.Net;
using System.Text.RegularExpressions;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>What somebody typed in Slack, as they typed it: Slack escapes three characters and writes mentions and links in angle brackets.</summary>
internal static partial class SlackWords
{
    /// <param name="nameOf">The name of the account with this id; null where it is nobody's that is known.</param>
    public static string Plain(string text, Func<string, string?> nameOf) => WebUtility.HtmlDecode(Brackets().Replace(text, match => Plain(match, nameOf)));

    public static bool Mentions(string text, string user) => Brackets().Matches(text).Any(match => IsOf(match, user));

    public static string WithoutMention(string text, string user) => Brackets().Replace(text, match => IsOf(match, user) ? "" : match.Value).Trim();

    private static bool IsOf(Match match, string user) => match.Groups["what"].Value == $"@{user}";

    private static string Plain(Match match, Func<string, string?> nameOf)
    {
        var (what, label) = (match.Groups["what"].Value, match.Groups["label"].Value);
        return what[0] switch
        {
            '@' => $"@{nameOf(what[1..]) ?? (label.Length > 0 ? label : what[1..])}",
            '#' => $"#{(label.Length > 0 ? label : what[1..])}",
            '!' => label.Length > 0 ? label : $"@{what[1..].Split('^')[0]}",
            _ => Link(what, label),
        };
    }

    /// <summary>Slack makes a link of what only looks like one: that stays as it was typed. A link with words of its own keeps its address.</summary>
    private static string Link(string address, string label) => label switch
    {
        "" => address,
        _ when address == label || address == $"http://{label}" || address == $"mailto:{label}" || address == $"tel:{label}" => label,
        _ => $"{label} ({address})",
    };

    [GeneratedRegex(@"<(?<what>[^<>|]+)(?:\|(?<label>[^<>]*))?>")]
    private static partial Regex Brackets();
}
