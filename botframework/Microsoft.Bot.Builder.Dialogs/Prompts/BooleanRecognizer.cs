using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Reads an English yes or no out of a sentence; the first one counts.</summary>
internal static partial class BooleanRecognizer
{
    /// <returns>Null when there is neither.</returns>
    public static bool? Recognize(string utterance)
    {
        var match = YesOrNo().Match(utterance);
        return match.Success ? match.Groups["yes"].Success : null;
    }

    [GeneratedRegex(
        """
        \b(?<no> not\s+(?:ok|okay|sure) | nope | nop | no | n | false | disagree )\b
        | (?<no> \ud83d\udc4e | \u270b )
        | \b(?<yes> yes | yep | yup | yeah | y | true | sure | okay | ok | agree )\b
        | (?<yes> \ud83d\udc4d | \ud83d\udc4c )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex YesOrNo();
}
