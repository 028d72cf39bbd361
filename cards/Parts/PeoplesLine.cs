using System.Text.RegularExpressions;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards.Parts;

/// <summary>People's words as a card shows them: of a bounded length, and unable to turn the words around them.</summary>
internal static partial class PeoplesLine
{
    /// <summary>A title has at most 256; what is longer is quoted, not read, in a card.</summary>
    public const int Longest = 300;

    public const char FirstStrongIsolate = '\u2068';
    public const char PopDirectionalIsolate = '\u2069';

    /// <summary>On one line, at most <see cref="Longest"/> UTF-16 units.</summary>
    public static string Of(string? words) => Isolated(PeoplesText.Clean(WhiteSpace().Replace(words ?? "", " "), Longest));

    /// <summary>The lines with anything on them, together at most <paramref name="longest"/> UTF-16 units.</summary>
    public static IReadOnlyList<string> Lines(string text, int longest) =>
        [.. PeoplesText.Clean(text, longest).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Isolated)];

    /// <summary>Right-to-left words keep their order among ours; marks that would turn ours around are left out.</summary>
    private static string Isolated(string line)
    {
        var unturned = DirectionMarks().Replace(line, "");
        return RightToLeft().IsMatch(unturned) ? $"{FirstStrongIsolate}{unturned}{PopDirectionalIsolate}" : unturned;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex DirectionMarks();

    // With the mark that is as strong as a letter, and the high surrogates of Unicode's other right-to-left scripts.
    [GeneratedRegex("[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\uD802\uD803\uD83A\uD83B]")]
    private static partial Regex RightToLeft();
}
