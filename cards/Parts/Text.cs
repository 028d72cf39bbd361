using AdaptiveCards;

namespace Hausmeister.Cards.Parts;

/// <summary>The few kinds of text that a card has; nothing else is drawn alike everywhere.</summary>
internal static class Text
{
    /// <summary>Quotes of people's own words show that many lines.</summary>
    public const int QuoteLines = 3;

    /// <summary>Where am I, and what is it about: a small line, and the question or the thing under it.</summary>
    public static AdaptiveContainer Head(Markdown kicker, Markdown title, int maxLines = 0) => new()
    {
        Items =
        [
            Small(kicker, AdaptiveSpacing.Default),
            new AdaptiveTextBlock(title.Source)
            {
                Wrap = true,
                Style = AdaptiveTextBlockStyle.Heading,
                Size = AdaptiveTextSize.Large,
                Weight = AdaptiveTextWeight.Bolder,
                Spacing = AdaptiveSpacing.None,
                MaxLines = maxLines,
            },
        ],
    };

    public static AdaptiveTextBlock Section(Markdown heading, AdaptiveSpacing spacing = AdaptiveSpacing.Large) => new(heading.Source)
    {
        Wrap = true,
        Style = AdaptiveTextBlockStyle.Heading,
        Weight = AdaptiveTextWeight.Bolder,
        Spacing = spacing,
    };

    public static AdaptiveTextBlock Line(Markdown text, AdaptiveSpacing spacing = AdaptiveSpacing.Small, int maxLines = 0) =>
        new(text.Source) { Wrap = true, Spacing = spacing, MaxLines = maxLines };

    /// <summary>What the person said, under the question about it.</summary>
    public static AdaptiveTextBlock? Said(string? words) => words is null
        ? null
        : new AdaptiveTextBlock(Markdown.Of($"“{words}”").Source) { Wrap = true, IsSubtle = true, Spacing = AdaptiveSpacing.Small, MaxLines = QuoteLines };

    /// <summary>Who and when, under a line.</summary>
    public static AdaptiveTextBlock Meta(Markdown text) => Small(text, AdaptiveSpacing.None);

    /// <summary>What happens if you do nothing.</summary>
    public static AdaptiveTextBlock Foot(Markdown text) => Small(text, AdaptiveSpacing.Medium);

    public static AdaptiveTextBlock Small(Markdown text, AdaptiveSpacing spacing = AdaptiveSpacing.Small, int maxLines = 0) =>
        new(text.Source) { Wrap = true, Size = AdaptiveTextSize.Small, IsSubtle = true, Spacing = spacing, MaxLines = maxLines };
}
