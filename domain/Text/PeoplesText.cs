using System.Globalization;
using System.Text;

namespace Hausmeister.Domain.Text;

/// <summary>
/// Text that people wrote. It is kept raw, whatever its language and symbols; only what no channel can carry is taken out.
/// Escaping is each channel's renderer's.
/// </summary>
public static class PeoplesText
{
    private const string Ellipsis = "…";

    /// <summary>
    /// The text without surrounding white space, control characters (but tab and line feed) and lone surrogates, with <c>\n</c> as the only line end.
    /// Longer than <paramref name="maxLength"/> UTF-16 units it is cut between two characters as a reader sees them, and ends in "…".
    /// </summary>
    public static string Clean(string? text, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        var clean = WithoutUnprintable((text ?? "").ReplaceLineEndings("\n")).Trim();
        return clean.Length <= maxLength ? clean : Cut(clean, maxLength - Ellipsis.Length) + Ellipsis;
    }

    /// <summary>The first line with anything on it, cleaned as by <see cref="Clean"/>.</summary>
    public static string FirstLine(string? text, int maxLength)
    {
        var clean = Clean(text, int.MaxValue);
        var end = clean.IndexOf('\n', StringComparison.Ordinal);
        return Clean(end < 0 ? clean : clean[..end], maxLength);
    }

    private static string WithoutUnprintable(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var whole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (whole && (!Rune.IsControl(rune) || rune.Value is '\n' or '\t'))
                kept.Append(rest[..length]);
            rest = rest[length..];
        }

        return kept.ToString();
    }

    private static string Cut(string text, int maxLength)
    {
        var length = 0;
        while (StringInfo.GetNextTextElementLength(text, length) is var next && length + next <= maxLength)
            length += next;
        return text[..length].TrimEnd();
    }
}
