using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A word of a text; <paramref name="End"/> is the index of its last character.</summary>
internal readonly record struct Token(string Source, int Start, int End)
{
    public bool Matches(Token other)
        => Source.AsSpan(Start, End - Start + 1).Equals(other.Source.AsSpan(other.Start, other.End - other.Start + 1), StringComparison.OrdinalIgnoreCase);

    /// <summary>Words are divided by spaces, punctuation and symbols. What lies beyond the basic plane, as emoji do, is a word each.</summary>
    public static List<Token> Split(string text)
    {
        var tokens = new List<Token>();
        var start = -1;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var single = !rune.IsBmp;
            if (start >= 0 && (single || Divides(rune.Value)))
            {
                tokens.Add(new Token(text, start, position - 1));
                start = -1;
            }

            if (single)
                tokens.Add(new Token(text, position, position + rune.Utf16SequenceLength - 1));
            else if (start < 0 && !Divides(rune.Value))
                start = position;

            position += rune.Utf16SequenceLength;
        }

        if (start >= 0)
            tokens.Add(new Token(text, start, text.Length - 1));

        return tokens;
    }

    private static bool Divides(int character) => character
        is <= 0x2F or (>= 0x3A and <= 0x40) or (>= 0x5B and <= 0x60) or (>= 0x7B and <= 0xBF)
        or (>= 0x2B9 and <= 0x36F) or (>= 0x2000 and <= 0x2BFF) or (>= 0x2E00 and <= 0x2E7F);
}
