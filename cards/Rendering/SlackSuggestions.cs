using System.Text.Json;
using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>The choices of a field that has more of them than Slack takes with a message. Source: docs.slack.dev/reference/interaction-payloads/block-suggestion-payload.</summary>
public sealed record SlackSuggestions(IReadOnlyList<SlackOption> Options)
{
    /// <summary>Slack takes so many.</summary>
    public const int Most = 100;

    /// <param name="field">The field's id.</param>
    /// <param name="typed">What the choices are to have in them, wherever; empty: the first ones.</param>
    public static SlackSuggestions Of(AdaptiveCard card, string? field, string? typed) => new([.. Door.Fields(CardReader.Read(card))
        .OfType<AdaptiveChoiceSetInput>()
        .Where(input => input.Id == field)
        .SelectMany(SlackFields.Options)
        .Where(option => option.Text.Text.Contains(typed?.Trim() ?? "", StringComparison.CurrentCultureIgnoreCase))
        .Take(Most)]);

    public string ToJson() => JsonSerializer.Serialize(this, SlackJson.Compact.SlackSuggestions);
}
