using AdaptiveCards;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards.Parts;

internal static class Card
{
    private const string Schema = "http://adaptivecards.io/schemas/adaptive-card.json";
    private const int LongestFallback = 400;

    /// <summary>Puts a card together; what is null is left out.</summary>
    /// <param name="fallback">The card in one sentence, for notifications and screen readers. Plain text.</param>
    public static AdaptiveCard Of(string fallback, IEnumerable<AdaptiveElement?> body, params IEnumerable<AdaptiveAction?> actions)
    {
        var card = new AdaptiveCard("1.5")
        {
            FallbackText = PeoplesText.Clean(fallback, LongestFallback),
            Body = [.. body.OfType<AdaptiveElement>()],
            Actions = [.. actions.OfType<AdaptiveAction>()],
        };
        card.AdditionalProperties["$schema"] = Schema;
        return card;
    }

    /// <summary>The same, the sentence taken from a text of the card.</summary>
    public static AdaptiveCard Of(Markdown fallback, IEnumerable<AdaptiveElement?> body, params IEnumerable<AdaptiveAction?> actions) =>
        Of(fallback.Plain, body, actions);

    /// <summary>A line in the past, and under it who and when.</summary>
    public static AdaptiveCard Done(Markdown line, Markdown whoAndWhen) => Of(line, [Text.Line(line, AdaptiveSpacing.Default), Text.Meta(whoAndWhen)]);
}
