using System.Globalization;
using Hausmeister.Cards.Parts;

namespace Hausmeister.Cards.Rendering;

/// <summary>Texts that are too long for where they stand.</summary>
internal static class Shortened
{
    public const string Ellipsis = "…";

    /// <summary>At most so many UTF-16 units, at their end "…" if something is missing; no character is cut in two.</summary>
    public static string To(string text, int longest) => text.Length <= longest ? text : Ended(text[..Whole(text, Room(text, longest))]);

    public static Words To(Words words, int longest) => words.Plain.Length <= longest ? words : Ended(words.Slice(0, Whole(words.Plain, Room(words.Plain, longest))));

    /// <summary>The words and "…", bold where they are.</summary>
    public static Words Ended(Words cut) => cut.Then(Words.Literal(End(cut.Plain), bold: cut.Runs is [.., { Bold: true }]));

    private static string Ended(string cut) => cut + End(cut);

    private static int Room(string text, int longest) => longest - Ellipsis.Length - (text.Contains(PeoplesLine.FirstStrongIsolate, StringComparison.Ordinal) ? 1 : 0);

    /// <summary>Words that are set apart by their direction stay so, or they would turn what comes after.</summary>
    private static string End(string cut) =>
        cut.LastIndexOf(PeoplesLine.FirstStrongIsolate) > cut.LastIndexOf(PeoplesLine.PopDirectionalIsolate) ? Ellipsis + PeoplesLine.PopDirectionalIsolate : Ellipsis;

    /// <summary>As many lines or words as fit, and the rest; at least a character, so that it ends. No link is cut: one that does not fit by itself is its words.</summary>
    /// <param name="length">How long words are where they are to stand.</param>
    public static (Words Fitting, Words Remaining) Split(Words words, int longest, Func<Words, int> length)
    {
        if (length(words) > longest)
            words = words.Unlinked(link => length(link) > longest);
        if (length(words) <= longest)
            return (words, Words.Empty);
        var (fits, tooMuch) = (0, words.Plain.Length);
        while (tooMuch - fits > 1)
        {
            var middle = (fits + tooMuch) / 2;
            (fits, tooMuch) = length(words.Slice(0, middle)) <= longest ? (middle, tooMuch) : (fits, middle);
        }

        var end = Break(words, Math.Max(fits, 1));
        var rest = end;
        while (rest < words.Plain.Length && char.IsWhiteSpace(words.Plain[rest]))
            rest++;
        return (words.Slice(0, end), words.Slice(rest, words.Plain.Length));
    }

    /// <summary>Before a link; after one that is the first, as it fits.</summary>
    private static int Break(Words words, int end)
    {
        var (start, finish) = words.LinkAround(Break(words.Plain, end));
        end = start > 0 ? start : finish;
        while (end > 1 && char.IsWhiteSpace(words.Plain[end - 1]))
            end--;
        return end;
    }

    /// <summary>After a line, else after a word, unless that leaves most of the room empty.</summary>
    private static int Break(string text, int end)
    {
        var line = text.LastIndexOf('\n', end - 1);
        if (line > end / 2)
            return line;
        var word = text.LastIndexOf(' ', end - 1);
        return word > end / 2 ? word : Math.Max(Whole(text, end), 1);
    }

    private static int Whole(string text, int longest)
    {
        var length = 0;
        while (length < text.Length && StringInfo.GetNextTextElementLength(text, length) is var next && length + next <= longest)
            length += next;
        // A single character can be longer than the room: of a base and a thousand accents some are left.
        return length > 0 ? length : longest - (longest > 0 && longest < text.Length && char.IsLowSurrogate(text[longest]) ? 1 : 0);
    }
}
