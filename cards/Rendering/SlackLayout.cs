using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>Puts a card's parts into blocks, from the top to the end.</summary>
internal sealed partial class SlackLayout
{
    private const int LongestFactBesideOthers = 24;

    private readonly SlackSurface surface;
    private readonly Economy economy;
    private readonly SlackTaps taps;
    private readonly string edition;
    private readonly BlockStack stack;
    private readonly SlackTexts texts;
    private readonly List<Words> run = [];

    /// <summary>Those that stand already: Slack refuses two of one id.</summary>
    private readonly HashSet<string> fields = [];
    private Tone runTone;
    private bool hasSections;
    private bool hasTable;
    private bool isButtonLeftOut;
    private int items;
    private int shortItems;

    public SlackLayout(SlackSurface surface, Economy economy, SlackTaps taps, string edition)
    {
        (this.surface, this.economy, this.taps, this.edition) = (surface, economy, taps, edition);
        stack = new(economy.Dividers);
        texts = new(stack, economy);
    }

    public IReadOnlyList<LaidBlock> Laid => stack.Laid;

    /// <summary>Something had no room, and no link leads to it.</summary>
    public bool IsCut => texts.IsCut || isButtonLeftOut;

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
            case ItemPart one:
                Item(one);
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
            case FieldPart field when SlackFields.Of(field.Input, edition) is { } input && fields.Add(input.BlockId):
                Add(surface.Followed.Contains(field.Input.Id) ? input with { DispatchAction = true } : input);
                break;
            case ButtonsPart buttons:
                Buttons(buttons, about);
                break;
        }
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
        texts.Section(Words.Join("\n", facts.Facts.Select(fact => Words.Join(" ", [fact.Title.Then(Words.Literal(":")).Bolder(), fact.Value]))));
    }

    private void Fields(IEnumerable<Words> fields)
    {
        Flush();
        foreach (var few in fields.Where(field => !field.IsEmpty).Chunk(SlackSection.MostFields))
            Add(new SlackSection { Fields = [.. few.Select(field => SlackText.Of(texts.Fitting(field, SlackSection.LongestField)))] });
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
            texts.Section(lines);
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
        List<SlackButton> all = [.. buttons.Taps.Where(HasRoom).Select(tap => taps.Button(tap, about))];
        foreach (var few in all.Chunk(SlackActions.Most))
            Add(new SlackActions(few), isKept: buttons.AreTheCards || few.Any(button => button.Style is not null));
    }

    private bool HasRoom(Tap tap)
    {
        var hasRoom = tap.Action is not AdaptiveOpenUrlAction { Url.AbsoluteUri: var url } || url.Length <= economy.LongestUrl;
        isButtonLeftOut |= !hasRoom;
        return hasRoom;
    }

    private void Add(SlackBlock block, bool isKept = false)
    {
        Flush();
        stack.Add(block, isKept);
    }
}
