using System.Text.RegularExpressions;

namespace Hausmeister.Cards.Rendering;

/// <summary>How much of a card is shown: everything, and step by step less where that is more than a message holds.</summary>
/// <param name="LongestQuote">Of people's own words between “ and ”, in UTF-16 units.</param>
/// <param name="FullItems">Items and rows after that many are one line each, without buttons.</param>
/// <param name="LongestValue">What a button carries itself; the rest is kept.</param>
/// <param name="LongestUrl">A button that leads to a longer address is left out, as an address cannot be kept.</param>
internal sealed partial record Economy(
    int LongestQuote = int.MaxValue, bool Dividers = true, int FullItems = int.MaxValue, int LongestValue = SlackButton.LongestValue, int LongestUrl = SlackLimits.Url)
{
    private const int ShortQuote = 120;
    private const int ShownItems = 10;
    private const int ShortValue = 100;
    private const int ShortUrl = 300;

    public static IReadOnlyList<Economy> Steps { get; } =
    [
        new(),
        new(ShortQuote),
        new(ShortQuote, Dividers: false),
        new(ShortQuote, Dividers: false, ShownItems),
        new(ShortQuote, Dividers: false, ShownItems, ShortValue, ShortUrl),
    ];

    /// <summary>The words with their quotes as long as they may be.</summary>
    public Words Of(Words words)
    {
        if (LongestQuote == int.MaxValue || words.Plain.Length <= LongestQuote)
            return words;
        return new([.. words.Runs.Select(run => run with { Text = Quote().Replace(run.Text, quote => Shortened.To(quote.Value, LongestQuote)) })]);
    }

    [GeneratedRegex("(?<=“)[^”]+(?=”)")]
    private static partial Regex Quote();
}
