namespace Hausmeister.Cards.Rendering;

/// <summary>Puts texts of any length into blocks: what is too long goes on in the next one, and what is longer still ends in "…" and the card's own link.</summary>
internal sealed class SlackTexts(BlockStack stack, Economy economy)
{
    private const int MostSections = 3;

    /// <summary>Of a link after "…", so that there is room for what it comes after.</summary>
    private const int LongestLink = SlackLimits.Text / 3;

    /// <summary>The card's own link and its name, where its kicker has one: it leads to all of it.</summary>
    private Run? link;

    /// <summary>Something had no room, and no link leads to it.</summary>
    public bool IsCut { get; private set; }

    public void Section(Words words, SlackButton? accessory = null, bool isKept = false, bool isHeading = false, int shortItems = 0) =>
        Sections(words, SlackText.Length, SlackText.Of, accessory, isKept, isHeading, shortItems);

    public void Quotation(Words words) => Sections(words, SlackText.QuotedLength, SlackText.Quoted, accessory: null, isKept: true, isHeading: false, shortItems: 0);

    public void Context(Words words, bool isKept = false)
    {
        // The kicker says where we are.
        if (stack.IsEmpty)
            link = words.Runs.Where(run => run.Link is not null && SlackText.Length(new([run])) <= LongestLink).Select(run => (Run?)run).FirstOrDefault();
        stack.Add(new SlackContext([SlackText.Of(Fitting(economy.Of(words), SlackLimits.Text))]), isKept || stack.IsEmpty);
    }

    /// <summary>As much as fits into one text.</summary>
    public Words Fitting(Words words, int longest)
    {
        if (SlackText.Length(words) <= longest)
            return words;
        var (fitting, remaining) = Shortened.Split(words, longest, some => SlackText.Length(Shortened.Ended(some)));
        if (remaining.IsEmpty)
            return fitting;
        IsCut = true;
        return Shortened.Ended(fitting);
    }

    private Words Ended(Words cut) => link is null ? Shortened.Ended(cut) : Shortened.Ended(cut).Then(new([new Run(" "), link.Value]));

    private void Sections(
        Words words, Func<Words, int> length, Func<Words, SlackTextObject> made, SlackButton? accessory, bool isKept, bool isHeading, int shortItems)
    {
        var rest = economy.Of(words);
        for (var count = 1; !rest.IsEmpty; count++)
        {
            var isLast = count == MostSections && length(rest) > SlackLimits.Text;
            (var fitting, rest) = Shortened.Split(rest, SlackLimits.Text, isLast ? some => length(Ended(some)) : length);
            if (isLast && !rest.IsEmpty)
            {
                (fitting, rest) = (Ended(fitting), Words.Empty);
                IsCut |= link is null;
            }

            // A space before a link that begins the next one.
            if (fitting.IsEmpty)
                continue;
            stack.Add(new SlackSection { Text = made(fitting), Accessory = accessory }, isKept, isHeading, shortItems);
            (accessory, shortItems) = (null, 0);
        }
    }
}
