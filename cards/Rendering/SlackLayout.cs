using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>Puts a card's parts into blocks, from the top to the end.</summary>
internal sealed class SlackLayout(SlackSurface surface, Economy economy, SlackTaps taps, string edition)
{
    private const int MostSections = 3;
    private const int LongestBesideText = 16;
    private const int LongestSmallBesideButton = 80;
    private const int LongestFactBesideOthers = 24;

    private readonly List<LaidBlock> laid = [];
    private readonly List<Words> run = [];
    private Tone runTone;
    private bool dividerIsDue;
    private bool hasSections;
    private bool hasTable;
    private int items;
    private int item;
    private int shortItems;

    /// <summary>The card's own link and its name, where its kicker has one.</summary>
    private Run? link;

    public IReadOnlyList<LaidBlock> Laid => laid;

    /// <summary>Something had no room, and no link leads to it.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Stands at the end of what was cut.</summary>
    private Words Rest => link is null ? Words.Literal(Shortened.Ellipsis) : new([new Run($"{Shortened.Ellipsis} "), link.Value]);

    public void Lay(IReadOnlyList<CardPart> parts)
    {
        foreach (var part in parts)
            Lay(part, about: null);
        Flush();
    }

    private void Lay(CardPart part, string? about)
    {
        switch (part)
        {
            case LinePart line:
                Line(line);
                break;
            case NoticePart notice:
                Notice(notice);
                break;
            case QuietPart quiet:
                Flush();
                foreach (var inner in quiet.Parts)
                    Lay(inner, about);
                Flush();
                break;
            case RowPart row:
                Row(row);
                break;
            case ItemPart item:
                Item(item);
                break;
            case StagePart stage:
                Stage(stage);
                break;
            case TilesPart tiles:
                Fields(tiles.Tiles.Select(Tile));
                break;
            case FactsPart facts:
                Facts(facts);
                break;
            case TablePart table:
                Table(table);
                break;
            case PicturePart picture:
                Picture(picture);
                break;
            case FieldPart field when SlackFields.Of(field.Input, edition) is { } input:
                Add(input);
                break;
            case ButtonsPart buttons:
                Buttons(buttons, about);
                break;
        }
    }

    private void Line(LinePart line)
    {
        switch (line.Tone)
        {
            case Tone.Title when line.Words.Plain.Length <= SlackHeader.Longest:
                Add(new SlackHeader(new(line.Words.Plain.ReplaceLineEndings(" "))), isKept: true);
                break;
            case Tone.Title:
                Flush();
                Section(line.Words.Bolder(), isKept: true);
                break;
            case Tone.Heading:
                Flush();
                hasSections = true;
                Append(line.Words.Bolder(), Tone.Heading);
                break;
            case Tone.Foot:
                Foot(line.Words);
                break;
            case Tone.Hint:
                Append(line.Words, Tone.Small);
                break;
            default:
                if (line.IsApart)
                    Flush();
                Append(line.Words, line.Tone);
                break;
        }
    }

    /// <summary>Neighbours of one kind stand in one block; a heading is the first line of its section.</summary>
    private void Append(Words words, Tone tone)
    {
        if (run.Count > 0 && runTone != tone && !(runTone == Tone.Heading && tone == Tone.Body))
            Flush();
        if (run.Count == 0 || runTone == Tone.Heading && run.Count == 1 && tone == Tone.Body)
            runTone = tone;
        run.Add(words);
    }

    private void Flush()
    {
        if (run.Count == 0)
            return;
        var words = Words.Join("\n", run);
        run.Clear();
        if (runTone == Tone.Small)
            Context(words);
        else
            Section(words, isHeading: runTone == Tone.Heading);
        shortItems = 0;
    }

    private void Context(Words words, bool isKept = false)
    {
        words = economy.Of(words);
        if (laid.Count == 0)
        {
            // The kicker says where we are, and its link leads to all of it.
            link = words.Runs.Where(run => run.Link is not null).Select(run => (Run?)run).FirstOrDefault();
            isKept = true;
        }

        var (fitting, rest) = Shortened.Split(words, SlackLimits.Text - 1, SlackText.Length);
        IsCut |= !rest.IsEmpty;
        Add(new SlackContext([SlackText.Of(rest.IsEmpty ? fitting : fitting.Then(Words.Literal(Shortened.Ellipsis)))]), isKept);
    }

    private void Foot(Words words)
    {
        Flush();
        dividerIsDue |= hasSections || laid is [.., { Block: SlackContext }] || laid.Skip(1).Any(block => block.Block is SlackContext);
        Context(words, isKept: true);
    }

    private void Notice(NoticePart notice)
    {
        if (notice.Lines.Count == 0)
            return;
        var words = Words.Join("\n", notice.Lines);
        Flush();
        if (surface.HasAlerts && SlackText.Length(words) <= SlackAlert.Longest)
            Add(new SlackAlert(SlackText.Of(words), Level(notice.Style)), isKept: true);
        else
            Sections(words, SlackText.QuotedLength, SlackText.Quoted, isKept: true);
    }

    private static string Level(AdaptiveContainerStyle style) => style switch
    {
        AdaptiveContainerStyle.Attention => "error",
        AdaptiveContainerStyle.Warning => "warning",
        AdaptiveContainerStyle.Good => "success",
        _ => "info",
    };

    /// <summary>A long label beside it would squeeze the text on a phone.</summary>
    private void Row(RowPart row)
    {
        if (IsShort(row.Lead))
            return;
        Flush();
        item = items;
        RowInFull(row);
        item = 0;
    }

    private void RowInFull(RowPart row)
    {
        if (row.Tap is { Label.Length: <= LongestBesideText } tap)
        {
            var small = Shortened.To(row.Small, LongestSmallBesideButton);
            Section(Words.Join("\n", [row.Lead, small]), accessory: taps.Button(tap, row.Words));
            return;
        }

        Section(row.Lead);
        if (!row.Small.IsEmpty)
            Context(row.Small);
        if (row.Tap is { } below)
            Add(new SlackActions([taps.Button(below, row.Words)]));
    }

    private void Item(ItemPart one)
    {
        hasSections = true;
        if (IsShort(one.About))
            return;
        Flush();
        if (one.IsTall)
            DividerAbove();
        item = items;
        foreach (var part in one.Parts)
            Lay(part, one.About.Plain);
        Flush();
        item = 0;
        dividerIsDue |= one.IsTall;
    }

    private bool IsShort(Words about)
    {
        if (++items <= economy.FullItems)
            return false;
        if (shortItems == 0)
            Flush();
        Append(about, Tone.Body);
        shortItems++;
        return true;
    }

    private void Stage(StagePart stage)
    {
        Flush();
        hasSections = true;
        Section(Words.Join(" ", [stage.Symbol, stage.Line]));
        var small = Words.Join(" · ", [.. stage.Figures, .. stage.Small]);
        if (!small.IsEmpty)
            Context(small);
    }

    private static Words Tile(IReadOnlyList<Words> lines) =>
        Words.Join("\n", [Words.Join(": ", lines.Take(2)).Bolder(), .. lines.Skip(2)]);

    private void Facts(FactsPart facts)
    {
        if (facts.Facts.All(fact => fact.Value.Plain.Length <= LongestFactBesideOthers))
        {
            Fields(facts.Facts.Select(fact => Words.Join("\n", [fact.Title.Bolder(), fact.Value])));
            return;
        }

        Flush();
        Section(Words.Join("\n", facts.Facts.Select(fact => Words.Join(" ", [fact.Title.Then(Words.Literal(":")).Bolder(), fact.Value]))));
    }

    private void Fields(IEnumerable<Words> fields)
    {
        Flush();
        foreach (var few in fields.Where(field => !field.IsEmpty).Chunk(SlackSection.MostFields))
            Add(new SlackSection { Fields = [.. few.Select(field => SlackText.Of(Fitting(field, SlackSection.LongestField)))] });
    }

    private void Table(TablePart table)
    {
        Flush();
        if (surface.HasTables && !hasTable && SlackTables.Of(table) is { } block)
        {
            hasTable = true;
            Add(block);
        }
        else if (SlackTables.Lines(table) is { IsEmpty: false } lines)
        {
            Section(lines);
        }
    }

    private void Picture(PicturePart picture)
    {
        var altText = Shortened.To(string.IsNullOrWhiteSpace(picture.AltText) ? "Picture" : picture.AltText, SlackImage.LongestAltText);
        if (surface.Files.TryGetValue(picture.Url, out var file))
            Add(new SlackImage(altText) { SlackFile = new(file) });
        else if (picture.Url.Length <= SlackLimits.Url && Uri.TryCreate(picture.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            Add(new SlackImage(altText) { ImageUrl = picture.Url });
        else
            Append(Words.Literal(altText), Tone.Small);
    }

    private void Buttons(ButtonsPart buttons, string? about)
    {
        Flush();
        List<SlackButton> all = [.. buttons.Taps.Select(tap => taps.Button(tap, about))];
        foreach (var few in all.Chunk(SlackActions.Most))
            Add(new SlackActions(few), isKept: buttons.AreTheCards || few.Any(button => button.Style is not null));
    }

    private void Section(Words words, SlackButton? accessory = null, bool isKept = false, bool isHeading = false) =>
        Sections(words, SlackText.Length, SlackText.Of, accessory, isKept, isHeading);

    /// <summary>Words of any length: up to three blocks of them, then where the rest is.</summary>
    private void Sections(Words words, Func<Words, int> length, Func<Words, SlackTextObject> made, SlackButton? accessory = null, bool isKept = false, bool isHeading = false)
    {
        var rest = economy.Of(words);
        for (var count = 1; !rest.IsEmpty; count++)
        {
            Words fitting;
            if (count < MostSections || length(rest) <= SlackLimits.Text)
            {
                (fitting, rest) = Shortened.Split(rest, SlackLimits.Text, length);
            }
            else
            {
                fitting = Shortened.Split(rest, SlackLimits.Text, some => length(some.Then(Rest))).Fitting.Then(Rest);
                IsCut |= link is null;
                rest = Words.Empty;
            }

            Add(new SlackSection { Text = made(fitting), Accessory = accessory }, isKept, isHeading);
            accessory = null;
        }
    }

    private Words Fitting(Words words, int longest)
    {
        var (fitting, rest) = Shortened.Split(words, longest - 1, SlackText.Length);
        IsCut |= !rest.IsEmpty;
        return rest.IsEmpty ? fitting : fitting.Then(Words.Literal(Shortened.Ellipsis));
    }

    private void Add(SlackBlock block, bool isKept = false, bool isHeading = false)
    {
        Flush();
        if (dividerIsDue)
            Divider();
        laid.Add(new(block, isKept, isHeading, item, shortItems));
    }

    /// <summary>Above the item, or above the heading that stands over it.</summary>
    private void DividerAbove()
    {
        if (laid is [.., { IsHeading: true } heading])
        {
            laid.RemoveAt(laid.Count - 1);
            Divider();
            laid.Add(heading);
        }
        else
        {
            Divider();
        }
    }

    /// <summary>Never the first, and never two together.</summary>
    private void Divider()
    {
        dividerIsDue = false;
        if (economy.Dividers && laid is [.., { Block: not SlackDivider }])
            laid.Add(new(new SlackDivider()));
    }
}
