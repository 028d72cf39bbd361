using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>
/// A card in plain lines, for notifications and screen readers: what it is to be read as (its <c>speak</c>), else the card in one sentence,
/// and then what it says and what can be tapped.
/// </summary>
internal static class PlainText
{
    /// <summary>Slack's <c>text</c>, at most <see cref="SlackLimits.Text"/>; what is longer ends in "…".</summary>
    public static string Of(AdaptiveCard card, IReadOnlyList<CardPart> parts) =>
        Joined(string.IsNullOrWhiteSpace(card.Speak) ? Lines(card.FallbackText, parts) : card.Speak.Split('\n'));

    private static IEnumerable<string> Lines(string? fallback, IReadOnlyList<CardPart> parts)
    {
        var sentence = string.IsNullOrWhiteSpace(fallback) ? null : fallback.Trim();
        return parts.SelectMany(Of).Where(line => sentence is null || !IsSaid(line, sentence)).Select(line => line.Text).Prepend(sentence).OfType<string>();
    }

    /// <summary>A thing is said once: lines that the sentence has word for word are left out.</summary>
    private static bool IsSaid(Line line, string sentence)
    {
        if (line.IsTap || sentence.IndexOf(line.Text, StringComparison.OrdinalIgnoreCase) is var at && at < 0)
            return false;
        var end = at + line.Text.Length;
        return (at == 0 || !char.IsLetterOrDigit(sentence[at - 1])) && (end == sentence.Length || !char.IsLetterOrDigit(sentence[end]));
    }

    private static IEnumerable<Line> Of(CardPart part) => part switch
    {
        LinePart line => Of(line.Words),
        NoticePart notice => notice.Lines.SelectMany(Of),
        QuietPart quiet => quiet.Parts.SelectMany(Of),
        ItemPart item => item.Parts.SelectMany(Of),
        RowPart row => [new(row.Tap is null || row.Tap.Label == row.Words ? row.Words : $"{row.Tap.Label}: {row.Words}", IsTap: true)],
        StagePart stage => [new(string.Join(", ", [$"{stage.Symbol.Plain} {stage.Line.Plain}", .. stage.Figures.Concat(stage.Small).Select(words => words.Plain)]))],
        TilesPart tiles => tiles.Tiles.Select(lines => new Line(string.Join(", ", [string.Join(": ", lines.Take(2).Select(l => l.Plain)), .. lines.Skip(2).Select(l => l.Plain)]))),
        FactsPart facts => facts.Facts.Select(fact => new Line($"{fact.Title.Plain}: {fact.Value.Plain}")),
        TablePart table => table.Rows.Skip(1).Select(row => Row(row, table.Rows[0])),
        PicturePart { AltText.Length: > 0 } picture => [new(picture.AltText)],
        FieldPart field => [new(FieldWords.Value(field.Input) is { } value ? $"Field: {FieldWords.Label(field.Input)}, now {value}" : $"Field: {FieldWords.Label(field.Input)}", IsTap: true)],
        ButtonsPart buttons when buttons.Taps.Where(tap => tap.IsRead).Select(tap => tap.Label).ToList() is { Count: > 0 } labels => [new($"Buttons: {string.Join(" · ", labels)}", IsTap: true)],
        _ => [],
    };

    private static IEnumerable<Line> Of(Words words) => words.Plain.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new Line(line));

    /// <summary>Each cell after the head of its column, as nobody sees above which it stands.</summary>
    private static Line Row(IReadOnlyList<IReadOnlyList<Words>> row, IReadOnlyList<IReadOnlyList<Words>> header) => new(string.Join("; ",
        row.Select((cell, i) => i == 0 ? Cell(cell) : $"{(i < header.Count ? Cell(header[i]) : "")} {Cell(cell)}".Trim())));

    private static string Cell(IReadOnlyList<Words> cell) => string.Join(", ", cell.Select(line => line.Plain));

    private static string Joined(IEnumerable<string> lines)
    {
        var text = "";
        foreach (var line in lines)
        {
            var next = text.Length == 0 ? SlackText.Literal(line) : $"{text}\n{SlackText.Literal(line)}";
            if (next.Length > SlackLimits.Text)
                return text.Length == 0 ? Cut(line) : text.Length + 2 <= SlackLimits.Text ? $"{text}\n{Shortened.Ellipsis}" : text;
            text = next;
        }

        return text.Length == 0 ? Shortened.Ellipsis : text;
    }

    private static string Cut(string line) => SlackText.Literal(
        Shortened.Ended(Shortened.Split(Words.Literal(line), SlackLimits.Text, some => SlackText.Literal(Shortened.Ended(some).Plain).Length).Fitting).Plain);

    private readonly record struct Line(string Text, bool IsTap = false);
}
