using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>A piece of a card, by what it is for and not by how it is drawn.</summary>
internal abstract record CardPart;

/// <summary>What a line of text is there for.</summary>
internal enum Tone
{
    Title,

    /// <summary>Heads a section of the card.</summary>
    Heading,

    Body,

    /// <summary>A kicker, who and when, or other small print.</summary>
    Small,

    /// <summary>Explains the field above it.</summary>
    Hint,

    /// <summary>What happens if you do nothing.</summary>
    Foot,
}

/// <param name="IsApart">Something separates it from what is above.</param>
internal sealed record LinePart(Words Words, Tone Tone, bool IsApart = false) : CardPart;

/// <summary>Something is wrong, or to be decided: a tint where there are tints.</summary>
internal sealed record NoticePart(AdaptiveContainerStyle Style, IReadOnlyList<Words> Lines) : CardPart;

/// <summary>A quiet block.</summary>
internal sealed record QuietPart(IReadOnlyList<CardPart> Parts) : CardPart;

/// <summary>A row to tap.</summary>
/// <param name="Tap">Null where it cannot be tapped, as in a modal of fields.</param>
/// <param name="Words">Every word on it.</param>
internal sealed record RowPart(Words Lead, Words Small, Tap? Tap, string Words) : CardPart;

/// <summary>One of a list.</summary>
internal sealed record ItemPart(IReadOnlyList<CardPart> Parts) : CardPart
{
    /// <summary>Has buttons or fields.</summary>
    public bool IsTall { get; } = Parts.Any(part => part is ButtonsPart or FieldPart);

    /// <summary>What it is about: its first line.</summary>
    public Words About { get; } = Parts.OfType<LinePart>().FirstOrDefault()?.Words ?? Words.Empty;
}

/// <summary>A stage of the run.</summary>
internal sealed record StagePart(Words Symbol, Words Line, IReadOnlyList<Words> Figures, IReadOnlyList<Words> Small) : CardPart;

/// <summary>Tinted columns: of each the lines, the first of them its label.</summary>
internal sealed record TilesPart(IReadOnlyList<IReadOnlyList<Words>> Tiles) : CardPart;

internal sealed record FactsPart(IReadOnlyList<(Words Title, Words Value)> Facts) : CardPart;

/// <summary>Rows of cells of lines; the first row is the header.</summary>
internal sealed record TablePart(IReadOnlyList<IReadOnlyList<IReadOnlyList<Words>>> Rows) : CardPart;

internal sealed record PicturePart(string AltText, string Url) : CardPart;

internal sealed record FieldPart(AdaptiveInput Input) : CardPart;

/// <param name="AreTheCards">They are about the card as a whole.</param>
internal sealed record ButtonsPart(IReadOnlyList<Tap> Taps, bool AreTheCards = false) : CardPart;

/// <summary>Something to tap.</summary>
/// <param name="OpensForm">It opens the modal instead of doing what it says.</param>
/// <param name="IsRead">A screen reader is told of it.</param>
internal sealed record Tap(AdaptiveAction Action, string Label, bool IsPrimary = false, bool OpensForm = false, bool IsRead = true);
