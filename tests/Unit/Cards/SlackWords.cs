using System.Text.RegularExpressions;

namespace Hausmeister.Tests.Cards;

/// <summary>Reads mrkdwn as Slack does, as far as it can call people, lead somewhere or format. Source: docs.slack.dev/messaging/formatting-message-text.</summary>
internal static partial class SlackWords
{
    /// <summary>Everything between &lt; and &gt;: links, mentions, commands.</summary>
    public static IEnumerable<string> Calls(string mrkdwn) => Call().Matches(mrkdwn).Select(call => call.Groups[1].Value);

    /// <summary>Where the text would be bold, italic, struck through, code or a quotation.</summary>
    public static IEnumerable<string> Formats(string mrkdwn) => Format().Matches(mrkdwn).Select(format => format.Value.Trim());

    /// <summary>What Slack draws as a picture where one has this name. A time is none.</summary>
    public static IEnumerable<string> Emoji(string mrkdwn) => EmojiName().Matches(mrkdwn).Select(emoji => emoji.Value);

    /// <summary>What a person reads, look-alikes as what they stand for.</summary>
    public static string Read(string mrkdwn) => Link().Replace(mrkdwn, "$1")
        .Replace("\u2060", "", StringComparison.Ordinal)
        .Replace('∗', '*').Replace('ˍ', '_').Replace('∼', '~').Replace('ˋ', '`')
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"(?!(?<=[0-9]):[0-9+-]+:):[\p{L}\p{N}_+'\--[ˋˍ]]+:")]
    private static partial Regex EmojiName();

    [GeneratedRegex("<([^>]*)>?")]
    private static partial Regex Call();

    [GeneratedRegex("<[^|>]*\\|([^>]*)>")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])([*_~`])(?![\s\n])[^\n]*?(?<![\s\n])\1(?![\p{L}\p{N}])|```|^[ \t]*(>|&gt;)[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Format();
}
