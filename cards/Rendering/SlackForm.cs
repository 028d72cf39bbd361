using System.Text.Json;
using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>What has to be known of a card's fields when they come back. It can be kept beside the message, as JSON.</summary>
/// <param name="Leaving">Verbs of buttons that take no fields with them.</param>
public sealed record SlackForm(IReadOnlyList<SlackField> Fields, IReadOnlyList<string> Leaving)
{
    public static SlackForm Empty { get; } = new([], []);

    public static SlackForm Of(AdaptiveCard card)
    {
        var parts = CardReader.Read(card);
        var edition = BlockKit.Edition(parts);
        var leaving = Door.Taps(parts).Select(tap => tap.Action).Where(action => action is
            AdaptiveExecuteAction { AssociatedInputs: AdaptiveAssociatedInputs.None } or AdaptiveSubmitAction { AssociatedInputs: AdaptiveAssociatedInputs.None });
        return new([.. Door.Fields(parts).Select(input => SlackField.Of(input, edition))], [.. leaving.Select(SlackTaps.Verb).Distinct()]);
    }

    public static SlackForm FromJson(string json) => JsonSerializer.Deserialize(json, SlackJson.Compact.SlackForm)!;

    public string ToJson() => JsonSerializer.Serialize(this, SlackJson.Compact.SlackForm);
}

/// <summary>What has to be known of a field when it comes back.</summary>
/// <param name="Id">Its id, and Slack's <c>action_id</c>.</param>
/// <param name="BlockId">Where Slack shows an error.</param>
/// <param name="Error">What the person reads when the value does not fit.</param>
/// <param name="Regex">Null: any text.</param>
/// <param name="MaxLength">In UTF-16 units; null: any.</param>
/// <param name="Off">A toggle's value while it is off; null where it is no toggle.</param>
/// <param name="Min">Of a number, a date or a time, as its value is written; null: any.</param>
/// <param name="Max">As <paramref name="Min"/>.</param>
public sealed record SlackField(string Id, string BlockId, bool IsRequired, string Error, string? Regex, int? MaxLength, string? Off, string? Min, string? Max)
{
    private const string UsualError = "Look at this again.";

    internal static SlackField Of(AdaptiveInput input, string edition)
    {
        var text = input as AdaptiveTextInput;
        var (min, max) = input switch
        {
            AdaptiveNumberInput number => (FieldWords.Number(number.Min), FieldWords.Number(number.Max)),
            AdaptiveDateInput date => (date.Min, date.Max),
            AdaptiveTimeInput time => (time.Min, time.Max),
            _ => (null, null),
        };
        return new(
            input.Id,
            SlackFields.BlockId(input, edition),
            input.IsRequired,
            string.IsNullOrWhiteSpace(input.ErrorMessage) ? UsualError : input.ErrorMessage,
            text?.Regex,
            text is { MaxLength: > 0 and var longest } ? longest : null,
            (input as AdaptiveToggleInput)?.ValueOff,
            min,
            max);
    }
}
