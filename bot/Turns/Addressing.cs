using System.Text.RegularExpressions;

namespace Hausmeister.Bot.Turns;

/// <summary>Calling the bot by its name in a room where mentions are plain text.</summary>
internal static partial class Addressing
{
    /// <summary>The words after <c>@Hausmeister</c> or <c>Hausmeister,</c>; null where nobody called it.</summary>
    public static string? WithoutName(string? text) => Name().Match(text ?? "") is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^\s*(?:@hausmeister\b|hausmeister\s*[,:])\s*[,:]?\s*(.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Name();
}
