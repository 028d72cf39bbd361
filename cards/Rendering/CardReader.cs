using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>Takes an Adaptive Card apart by the looks that the cards have; what it does not know is left out.</summary>
internal static class CardReader
{
    /// <summary>Says that a row can be tapped, which a button says where there are no such rows.</summary>
    private const string Chevron = "›";

    public static IReadOnlyList<CardPart> Read(AdaptiveCard card)
    {
        List<CardPart> parts = [.. Read(card.Body ?? [])];
        if (card.Body?.LastOrDefault() is AdaptiveTextBlock { Size: AdaptiveTextSize.Small, Spacing: AdaptiveSpacing.Medium } && parts is [.., LinePart last])
            parts[^1] = last with { Tone = Tone.Foot };
        List<Tap> taps = [.. Taps(card.Actions), .. Refresh(card)];
        if (taps.Count > 0)
            parts.Add(new ButtonsPart(taps, AreTheCards: true));
        return parts;
    }

    /// <summary>A button of a label that Slack shows whole; null for what only other channels can do.</summary>
    public static Tap? TapOf(AdaptiveAction? action) => action switch
    {
        { IsEnabled: false } => null,
        AdaptiveExecuteAction or AdaptiveSubmitAction => new(action, Label(action, action.Title), IsPrimary: action.Style == "positive"),
        AdaptiveOpenUrlAction { Url: { IsAbsoluteUri: true, Scheme: "http" or "https" } url } when url.AbsoluteUri.Length <= SlackLimits.Url => new(action, Label(action, action.Title)),
        _ => null,
    };

    private static string Label(AdaptiveAction action, string? label) =>
        Shortened.To(new[] { label, action.Title, action.Tooltip }.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim() ?? "Open", SlackButton.LongestText);

    private static IEnumerable<Tap> Taps(IEnumerable<AdaptiveAction>? actions) => (actions ?? []).Select(TapOf).OfType<Tap>();

    /// <summary>Slack renews no card by itself. Not read out: it is no answer to the card.</summary>
    private static IEnumerable<Tap> Refresh(AdaptiveCard card) =>
        card.Refresh?.Action is { } refresh && card.Actions?.OfType<AdaptiveExecuteAction>().Any(action => action.Verb == refresh.Verb) != true
            ? [new Tap(refresh, "Refresh", IsRead: false)]
            : [];

    private static IEnumerable<CardPart> Read(IEnumerable<AdaptiveElement> elements)
    {
        AdaptiveElement? before = null;
        foreach (var element in elements.Where(element => element.IsVisible))
        {
            foreach (var part in Read(element, before))
                yield return part;
            before = element;
        }
    }

    private static IEnumerable<CardPart> Read(AdaptiveElement element, AdaptiveElement? before) => element switch
    {
        AdaptiveTextBlock text => Line(text, before),
        AdaptiveRichTextBlock rich => Line(rich),
        AdaptiveColumnSet columns => Columns(columns),
        AdaptiveContainer container => Container(container),
        AdaptiveFactSet { Facts.Count: > 0 } facts => [new FactsPart([.. facts.Facts.Select(fact => (MarkdownReader.Read(fact.Title), MarkdownReader.Read(fact.Value)))])],
        AdaptiveTable { Rows.Count: > 0 } table => [new TablePart([.. table.Rows.Select(row => (IReadOnlyList<IReadOnlyList<Words>>)[.. row.Cells.Select(cell => Lines(cell.Items))])])],
        AdaptiveImage { Url: { } url } image => [new PicturePart(image.AltText ?? "", url.OriginalString)],
        AdaptiveActionSet set when Taps(set.Actions).ToList() is { Count: > 0 } taps => [new ButtonsPart(taps)],
        AdaptiveInput { Id.Length: > 0 and <= SlackLimits.Id } input => [new FieldPart(input)],
        _ => [],
    };

    private static IEnumerable<CardPart> Line(AdaptiveTextBlock text, AdaptiveElement? before)
    {
        var words = Read(text);
        if (words.IsEmpty || text.Text == Chevron)
            return [];
        var tone = text switch
        {
            { Size: AdaptiveTextSize.Small, Spacing: AdaptiveSpacing.None } when before is AdaptiveInput => Tone.Hint,
            { Size: AdaptiveTextSize.Small } => Tone.Small,
            { Size: AdaptiveTextSize.Large or AdaptiveTextSize.ExtraLarge } => Tone.Title,
            { Style: AdaptiveTextBlockStyle.Heading } => Tone.Heading,
            _ => Tone.Body,
        };
        return [new LinePart(words, tone, text.Separator)];
    }

    private static IEnumerable<CardPart> Line(AdaptiveRichTextBlock rich)
    {
        var words = new Words([.. rich.Inlines.OfType<AdaptiveTextRun>().Where(run => !string.IsNullOrEmpty(run.Text)).Select(run => new Run(run.Text, run.Weight == AdaptiveTextWeight.Bolder))]);
        return words.IsEmpty ? [] : [new LinePart(words, Tone.Body, rich.Separator)];
    }

    private static Words Read(AdaptiveTextBlock text)
    {
        var words = MarkdownReader.Read(text.Text);
        return text.Weight == AdaptiveTextWeight.Bolder || text.Color == AdaptiveTextColor.Attention ? words.Bolder() : words;
    }

    private static IEnumerable<CardPart> Container(AdaptiveContainer container)
    {
        if (TapOf(container.SelectAction) is { } tap)
            return [Row(container, tap)];
        if (container.Separator)
            return [new ItemPart([.. Read(container.Items)])];
        return container.Style switch
        {
            AdaptiveContainerStyle.Attention or AdaptiveContainerStyle.Warning or AdaptiveContainerStyle.Good or AdaptiveContainerStyle.Accent =>
                [new NoticePart(container.Style.Value, Lines(container.Items)), .. Read(container.Items).Where(part => part is not LinePart)],
            AdaptiveContainerStyle.Emphasis => [new QuietPart([.. Read(container.Items)])],
            _ => Read(container.Items),
        };
    }

    private static RowPart Row(AdaptiveCollectionElement row, Tap tap)
    {
        var lines = Lines(Content(row));
        var label = Label(tap.Action, tap.Action.Tooltip);
        return new RowPart(lines.FirstOrDefault(Words.Empty), Words.Join(" · ", lines.Skip(1)), tap with { Label = label, IsPrimary = false }, tap.Action.Title ?? label);
    }

    private static IEnumerable<CardPart> Columns(AdaptiveColumnSet set)
    {
        if (TapOf(set.SelectAction) is { } tap)
            return [Row(set, tap)];
        IEnumerable<CardPart> rest = set.Columns.SelectMany(column => Read(column.Items)).Where(part => part is not LinePart);
        var columns = set.Columns.Select(column => Lines(column.Items)).ToList();
        if (columns.Count > 0 && set.Columns.All(column => column.Style is not null and not AdaptiveContainerStyle.Default))
            return [new TilesPart(columns), .. rest];
        if (IsStage(columns))
            return [new StagePart(columns[0][0], columns[1][0], [.. set.Columns.Skip(2).SelectMany(Figures)], [.. columns[1].Skip(1)]), .. rest];
        var line = Words.Join(" · ", columns.SelectMany(column => column));
        return line.IsEmpty ? rest : [new LinePart(line, Tone.Body, set.Separator), .. rest];
    }

    /// <summary>A symbol by itself, and the stage beside it.</summary>
    private static bool IsStage(List<IReadOnlyList<Words>> columns) => columns is [[var symbol], [_, ..], ..] && !symbol.Plain.Any(char.IsLetterOrDigit);

    /// <summary>Only what is late is loud: the others are bold for the eye that looks down the column.</summary>
    private static IEnumerable<Words> Figures(AdaptiveColumn column) => Texts(column.Items)
        .Select(text => text.Color == AdaptiveTextColor.Attention ? Read(text) : MarkdownReader.Read(text.Text))
        .Where(words => !words.IsEmpty);

    private static IReadOnlyList<Words> Lines(IEnumerable<AdaptiveElement> elements) =>
        [.. Texts(elements).Where(text => text.Text != Chevron).Select(Read).Where(words => !words.IsEmpty)];

    private static IEnumerable<AdaptiveTextBlock> Texts(IEnumerable<AdaptiveElement> elements) => elements
        .Where(element => element.IsVisible)
        .SelectMany(element => element is AdaptiveTextBlock text ? [text] : element is AdaptiveCollectionElement inner ? Texts(Content(inner)) : []);

    private static IEnumerable<AdaptiveElement> Content(AdaptiveCollectionElement element) => element switch
    {
        AdaptiveContainer container => container.Items,
        AdaptiveColumnSet set => set.Columns.SelectMany(column => column.Items),
        AdaptiveTableCell cell => cell.Items,
        _ => [],
    };
}
