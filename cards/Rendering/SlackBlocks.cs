using System.Text.Json.Serialization;

namespace Hausmeister.Cards.Rendering;

/// <summary>A block of a message or a modal. Source of each block's limits: docs.slack.dev/reference/block-kit/blocks.</summary>
/// <remarks>What stands in JSON with its type and is no kind of something else is not sealed: the serializer writes no type of sealed records.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SlackHeader), "header")]
[JsonDerivedType(typeof(SlackSection), "section")]
[JsonDerivedType(typeof(SlackContext), "context")]
[JsonDerivedType(typeof(SlackDivider), "divider")]
[JsonDerivedType(typeof(SlackActions), "actions")]
[JsonDerivedType(typeof(SlackInput), "input")]
[JsonDerivedType(typeof(SlackImage), "image")]
[JsonDerivedType(typeof(SlackTable), "table")]
[JsonDerivedType(typeof(SlackAlert), "alert")]
public abstract record SlackBlock;

/// <summary>A title.</summary>
public sealed record SlackHeader(SlackPlainText Text) : SlackBlock
{
    public const int Longest = 150;
}

/// <summary>Text or fields, with a button beside it or none.</summary>
public sealed record SlackSection : SlackBlock
{
    public const int MostFields = 10;
    public const int LongestField = 2_000;

    /// <summary>At most <see cref="SlackLimits.Text"/>.</summary>
    public SlackTextObject? Text { get; init; }

    public IReadOnlyList<SlackTextObject>? Fields { get; init; }

    public SlackButton? Accessory { get; init; }
}

/// <summary>Small text. Slack takes ten elements; ours has one, at most <see cref="SlackLimits.Text"/>.</summary>
public sealed record SlackContext(IReadOnlyList<SlackTextObject> Elements) : SlackBlock;

/// <summary>A line across.</summary>
public sealed record SlackDivider : SlackBlock;

/// <summary>Buttons in a row.</summary>
public sealed record SlackActions(IReadOnlyList<SlackButton> Elements) : SlackBlock
{
    public const int Most = 25;
}

/// <summary>A field with its label.</summary>
/// <param name="BlockId">A new one whenever the message is updated, or Slack keeps what was typed before.</param>
public sealed record SlackInput(string BlockId, SlackPlainText Label, bool Optional, SlackElement Element) : SlackBlock
{
    public const int LongestLabel = 2_000;

    /// <summary>True where each choice is told at once; in modals alone. Null where it comes with the rest.</summary>
    public bool? DispatchAction { get; init; }
}

/// <summary>A picture: one that Slack fetches from an address, or one that was uploaded.</summary>
public sealed record SlackImage(string AltText) : SlackBlock
{
    public const int LongestAltText = 2_000;

    /// <summary>At most <see cref="SlackLimits.Url"/>.</summary>
    public string? ImageUrl { get; init; }

    public SlackFile? SlackFile { get; init; }
}

/// <summary>A file that was uploaded to Slack.</summary>
public sealed record SlackFile(string Id);

/// <summary>One of them in a message; the first row is the header.</summary>
public sealed record SlackTable(IReadOnlyList<SlackColumn> ColumnSettings, IReadOnlyList<IReadOnlyList<SlackRichText>> Rows) : SlackBlock
{
    public const int MostRows = 100;
    public const int MostColumns = 20;

    /// <summary>In all cells together.</summary>
    public const int MostCharacters = 10_000;
}

/// <summary>How a table shows a column.</summary>
public sealed record SlackColumn(bool IsWrapped);

/// <summary>A notice. Slack takes it in modals only; in a message it is <c>invalid_blocks</c>.</summary>
/// <param name="Level"><c>error</c>, <c>warning</c>, <c>success</c> or <c>info</c>.</param>
public sealed record SlackAlert(SlackTextObject Text, string Level) : SlackBlock
{
    public const int Longest = 200;
}

/// <summary>A text. Source: docs.slack.dev/reference/block-kit/composition-objects/text-object.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SlackPlainText), "plain_text")]
[JsonDerivedType(typeof(SlackMrkdwn), "mrkdwn")]
public abstract record SlackTextObject(string Text);

/// <summary>Text in which nothing formats; <c>:tada:</c> stays as it is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SlackPlainText), "plain_text")]
public record SlackPlainText(string Text) : SlackTextObject(Text)
{
    public bool Emoji { get; }
}

/// <summary>Text in Slack's dialect of Markdown, in which Slack makes no links of its own.</summary>
public sealed record SlackMrkdwn(string Text) : SlackTextObject(Text)
{
    public bool Verbatim { get; } = true;
}

/// <summary>A table's cell. Slack has refused its plainer kind, <c>raw_text</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SlackRichText), "rich_text")]
public record SlackRichText(IReadOnlyList<SlackRichSection> Elements);

/// <summary>A paragraph of a cell.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SlackRichSection), "rich_text_section")]
public record SlackRichSection(IReadOnlyList<SlackRichElement> Elements);

/// <summary>A piece of a cell's text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SlackRichWords), "text")]
[JsonDerivedType(typeof(SlackRichLink), "link")]
public abstract record SlackRichElement(string Text, SlackRichStyle? Style);

/// <summary>Words of a cell, shown letter by letter.</summary>
public sealed record SlackRichWords(string Text, SlackRichStyle? Style = null) : SlackRichElement(Text, Style);

/// <summary>A link in a cell.</summary>
public sealed record SlackRichLink(string Url, string Text, SlackRichStyle? Style = null) : SlackRichElement(Text, Style);

/// <summary>How a piece of a cell looks.</summary>
public sealed record SlackRichStyle(bool Bold);
