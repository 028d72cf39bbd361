using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A place in a list, from 1, said at these characters of a sentence (inclusive).</summary>
internal readonly record struct SaidPosition(int Value, int Start, int End);

/// <summary>Reads English numbers ("2", "twenty-one") and ordinals ("2nd", "the second one", "last") up to 99 in words and nine digits.</summary>
internal static partial class PositionFinder
{
    private const string TensWords = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private const string DigitWords = "one|two|three|four|five|six|seven|eight|nine";
    private const string SmallWords = DigitWords + "|zero|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    private const string DigitOrdinals = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth";
    private const string SmallOrdinals = DigitOrdinals + "|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth";
    private const string TensOrdinals = "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth";

    private static readonly Dictionary<string, int> Words = Numbered("zero", 0, 1)
        .Concat(Numbered(DigitWords, 1, 1))
        .Concat(Numbered("ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen", 10, 1))
        .Concat(Numbered(TensWords, 20, 10))
        .Concat(Numbered(SmallOrdinals, 1, 1))
        .Concat(Numbered(TensOrdinals, 20, 10))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="utterance">The sentence.</param>
    /// <param name="count">The length of the list: what "last" means.</param>
    public static IEnumerable<SaidPosition> Ordinals(string utterance, int count) => Positions(Ordinal(), utterance, count);

    public static IEnumerable<SaidPosition> Numbers(string utterance) => Positions(Number(), utterance, last: 0);

    private static IEnumerable<SaidPosition> Positions(Regex pattern, string utterance, int last)
        => pattern.Matches(utterance).Select(m => new SaidPosition(Value(m, last), m.Index, m.Index + m.Length - 1));

    private static int Value(Match match, int last)
    {
        if (match.Groups["last"].Success)
            return last;
        if (match.Groups["digits"] is { Success: true } digits)
            return int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

        return Word(match.Groups["tens"]) + Word(match.Groups["small"]);
    }

    private static int Word(Group group) => group.Success ? Words[group.Value] : 0;

    private static IEnumerable<KeyValuePair<string, int>> Numbered(string words, int first, int step)
        => words.Split('|').Select((word, i) => KeyValuePair.Create(word, first + (i * step)));

    [GeneratedRegex(
        $@"\b(?:(?<digits>[0-9]{{1,9}})(?:st|nd|rd|th)|(?:(?<tens>{TensWords})[\s-]+)?(?<small>{DigitOrdinals})|(?<small>{SmallOrdinals})|(?<tens>{TensOrdinals})|(?<last>last))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    /// <summary>Not a part of something else: neither "P4" nor "2.5", "-1" or "1,000".</summary>
    [GeneratedRegex(
        $@"(?<![\w.,]|(?<!\w)-)(?:(?<digits>[0-9]{{1,9}})(?![.,]?[0-9])|(?<tens>{TensWords})(?:[\s-]+(?<small>{DigitWords}))?|(?<small>{SmallWords}))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
