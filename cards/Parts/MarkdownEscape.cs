using System.Text.RegularExpressions;

namespace Hausmeister.Cards.Parts;

/// <summary>Makes words stand in Markdown as they are. Web Chat reads more of it than the cards' own dialect: HTML, references, bare addresses.</summary>
internal static partial class MarkdownEscape
{
    /// <param name="line">One line.</param>
    /// <param name="atStart">It begins a block, where a hash, a dash or a number would make a heading or a list.</param>
    public static string Line(string line, bool atStart)
    {
        var inline = Inline().Replace(line, @"\$0");
        return atStart ? BlockNumber().Replace(BlockMark().Replace(inline, @"\$0"), @"$1\$2") : inline;
    }

    // An underscore or an at sign between letters, as in my_sales, formats nothing; {{ would be read as a date's place.
    [GeneratedRegex(@"[\\`*\[\]<>&~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=\{)\{|\$(?=\$)|(?<=\$)\$|(?<=[\p{L}\p{N}]):(?=//)|(?<=www)\.|(?<=\S)@(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"^[#+=-]")]
    private static partial Regex BlockMark();

    [GeneratedRegex(@"^(\p{Nd}+)([.)])")]
    private static partial Regex BlockNumber();
}
