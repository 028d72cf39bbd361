using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>
/// An Adaptive Card in, Slack blocks out. The card is taken apart by what its parts are for (<see cref="CardReader"/>), fields become a door
/// or stay (<see cref="Door"/>), the parts are put into blocks (<see cref="SlackLayout"/>), and what has no room is cut (<see cref="SlackBudget"/>).
/// The same card gives the same blocks, and whatever the card, Slack does not refuse them.
/// </summary>
public static class BlockKit
{
    /// <summary>The verb of the button that shows a card whole: its card is kept, and comes as a modal.</summary>
    public const string ShowAll = "all";

    private const string OurName = "Hausmeister";
    private const string Close = "Close";

    /// <param name="fields">Whether a few fields that nobody has to fill in may stand in the message; false where it stands for a modal that could not be opened.</param>
    /// <param name="tables">False for another try where Slack refused the message with <c>invalid_blocks</c>.</param>
    /// <param name="files">Slack's ids of pictures that were uploaded because Slack cannot fetch them, by their address.</param>
    public static SlackMessage Message(AdaptiveCard card, bool fields = true, bool tables = true, IReadOnlyDictionary<string, string>? files = null)
    {
        var read = CardReader.Read(card);
        var parts = Door.Of(read, fields);
        var text = PlainText.Of(card, parts);
        var (blocks, kept) = SlackBudget.Fit(parts, SlackSurface.Message(tables, files), Edition(read), card);
        return new(text, blocks) { Kept = kept };
    }

    /// <summary>The card as the app's own page, which has no fields, and of whose buttons nothing is kept: their data must be short.</summary>
    public static SlackHome Home(AdaptiveCard card) => new(SlackBudget.Fit(Door.Read(CardReader.Read(card)), SlackSurface.Home(), edition: "0", card: null).Blocks);

    /// <summary>The card's fields to fill in; without fields, the card whole, with its buttons.</summary>
    /// <param name="place">The message that it belongs to; null: none.</param>
    /// <param name="followed">The ids of fields by which others change, of which each choice is to be told at once.</param>
    public static SlackModal Modal(AdaptiveCard card, SlackPlace? place, IReadOnlyList<string>? followed = null, IReadOnlyDictionary<string, string>? files = null)
    {
        var read = CardReader.Read(card);
        var sender = Door.Fields(read).Any() ? Door.Sender(read) : null;
        var title = read.OfType<LinePart>().FirstOrDefault(line => line.Tone == Tone.Title)?.Words.Plain.ReplaceLineEndings(" ");
        var fits = title?.Length <= SlackModal.LongestTitle;
        var parts = read.Where(part => !(fits && part is LinePart { Tone: Tone.Title })).ToList();
        var (blocks, kept) = SlackBudget.Fit(sender is null ? Door.Read(parts) : Untapped(parts), SlackSurface.Modal(followed ?? [], files), Edition(read), card: null);
        var metadata = new SlackTaps();
        var data = sender is null ? SlackTaps.PlaceJson(place) : SlackTaps.Data(sender, place: place);
        if (data.Length > SlackModal.LongestPrivateMetadata)
            data = SlackTaps.Key(metadata.Keep(SlackTaps.Data(sender!)), place);
        return new(
            sender is null ? null : Shortened.To(SlackTaps.Verb(sender), SlackLimits.Id),
            data,
            new(fits ? title! : OurName),
            sender is null ? null : new(Shortened.To(CardReader.TapOf(sender)!.Label, SlackModal.LongestTitle)),
            new(Shortened.To(sender is null ? Close : Cancel(read) ?? Close, SlackModal.LongestTitle)),
            blocks)
        { Kept = kept.Concat(metadata.Kept).DistinctBy(pair => pair.Key).ToDictionary() };
    }

    /// <summary>The card's edition: fields get new ids with it.</summary>
    internal static string Edition(IReadOnlyList<CardPart> parts) =>
        Door.Fields(parts).Any() && Door.Sender(parts) is { } sender ? SlackTaps.Member(sender, "rev") ?? "0" : "0";

    private static string? Cancel(IReadOnlyList<CardPart> parts) => Door.Taps(parts)
        .FirstOrDefault(tap => tap.Action is AdaptiveExecuteAction { Verb: { } verb } && verb.EndsWith(".cancel", StringComparison.Ordinal))?.Label;

    /// <summary>A modal of fields is sent or closed; other buttons stay on the door.</summary>
    private static List<CardPart> Untapped(IEnumerable<CardPart> parts) => [.. parts.Where(part => part is not ButtonsPart).Select(part => part switch
    {
        RowPart row => row with { Tap = null },
        ItemPart item => new ItemPart(Untapped(item.Parts)),
        QuietPart quiet => new QuietPart(Untapped(quiet.Parts)),
        _ => part,
    })];
}
