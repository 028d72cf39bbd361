using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>
/// Fields are filled in in a modal, where Slack has room for them. In the message stand what is filled in already and the button
/// that opens the modal: the message is its door. Up to two fields that nobody has to fill in stand in the message itself.
/// </summary>
internal static class Door
{
    private const int MostInMessage = 2;

    /// <summary>The button that sends the fields: the positive one, else the first that takes them; null where none does.</summary>
    public static AdaptiveAction? Sender(IReadOnlyList<CardPart> parts)
    {
        List<AdaptiveAction> takers = [.. Taps(parts).Select(tap => tap.Action).Where(action => action is
            AdaptiveExecuteAction { AssociatedInputs: not AdaptiveAssociatedInputs.None } or AdaptiveSubmitAction { AssociatedInputs: not AdaptiveAssociatedInputs.None })];
        return takers.Find(action => action.Style == "positive") ?? takers.FirstOrDefault();
    }

    public static IEnumerable<AdaptiveInput> Fields(IEnumerable<CardPart> parts) => parts.SelectMany(part => part switch
    {
        FieldPart field => [field.Input],
        ItemPart item => Fields(item.Parts),
        QuietPart quiet => Fields(quiet.Parts),
        _ => (IEnumerable<AdaptiveInput>)[],
    });

    public static IEnumerable<Tap> Taps(IEnumerable<CardPart> parts) => parts.SelectMany(part => part switch
    {
        ButtonsPart buttons => buttons.Taps.Where(tap => tap.IsRead),
        ItemPart item => Taps(item.Parts),
        QuietPart quiet => Taps(quiet.Parts),
        _ => [],
    });

    /// <summary>The parts of the message.</summary>
    /// <param name="mayStay">Fields may stand in it.</param>
    public static IReadOnlyList<CardPart> Of(IReadOnlyList<CardPart> parts, bool mayStay)
    {
        List<AdaptiveInput> fields = [.. Fields(parts)];
        var stay = mayStay && fields.Count <= MostInMessage && !fields.Exists(field => field.IsRequired);
        if (fields.Count == 0 || stay || Sender(parts) is not { } sender)
            return parts;
        var opens = fields.Exists(field => field.IsRequired && FieldWords.Value(field) is null) || sender.Tooltip?.EndsWith(Shortened.Ellipsis, StringComparison.Ordinal) == true;
        return Told(parts, isItem: false, tap => tap.Action != sender ? [tap] : opens ? [Opening(tap)] : [tap, Edit(tap)]);
    }

    /// <summary>Fields that nothing can send, in words.</summary>
    public static IReadOnlyList<CardPart> Read(IReadOnlyList<CardPart> parts) => Told(parts, isItem: false, tap => [tap]);

    private static Tap Edit(Tap tap) => tap with { Label = "Edit…", IsPrimary = false, OpensForm = true };

    private static Tap Opening(Tap tap)
    {
        var label = tap.Action.Tooltip?.EndsWith(Shortened.Ellipsis, StringComparison.Ordinal) == true
            ? tap.Action.Tooltip
            : tap.Label.TrimEnd('…') + Shortened.Ellipsis;
        return tap with { Label = Shortened.To(label, SlackButton.LongestText), OpensForm = true };
    }

    private static List<CardPart> Told(IEnumerable<CardPart> parts, bool isItem, Func<Tap, IEnumerable<Tap>> doors) => [.. parts
        .Where(part => part is not LinePart { Tone: Tone.Hint })
        .Select(part => part switch
        {
            FieldPart field => Filled(field.Input, isItem),
            ItemPart item => new ItemPart(Told(item.Parts, isItem: true, doors)),
            QuietPart quiet => new QuietPart(Told(quiet.Parts, isItem, doors)),
            ButtonsPart buttons => buttons with { Taps = [.. buttons.Taps.SelectMany(doors)] },
            _ => part,
        })
        .OfType<CardPart>()];

    /// <summary>An item's field is about the item, so that its label would say the same again.</summary>
    private static LinePart? Filled(AdaptiveInput input, bool isItem) => (FieldWords.Value(input), isItem) switch
    {
        (null, _) => null,
        (var value, true) => new LinePart(Words.Literal($"Note: “{value}”"), Tone.Small),
        (var value, false) => new LinePart(Words.Literal($"{FieldWords.Label(input).TrimEnd(':')}:", bold: true).Then(Words.Literal($" {value}")), Tone.Body),
    };
}
