using System.Globalization;
using AdaptiveCards;
using Hausmeister.Cards.Parts;

namespace Hausmeister.Cards.Rendering;

/// <summary>A field and what is filled in, in words.</summary>
internal static class FieldWords
{
    /// <summary>A toggle has its label beside the box, so that its id stands above it.</summary>
    public static string Label(AdaptiveInput input) => string.IsNullOrWhiteSpace(input.Label) ? char.ToUpperInvariant(input.Id[0]) + input.Id[1..] : input.Label;

    /// <summary>As a person reads it; null where nothing is filled in.</summary>
    public static string? Value(AdaptiveInput input)
    {
        var value = input switch
        {
            AdaptiveTextInput text => text.Value,
            AdaptiveNumberInput number => Number(number.Value),
            AdaptiveDateInput date => date.Value,
            AdaptiveTimeInput time => time.Value,
            AdaptiveToggleInput toggle => toggle.Value is not null && toggle.Value == toggle.ValueOn ? toggle.Title : null,
            AdaptiveChoiceSetInput choices => string.Join(", ", Chosen(choices).Select(choice => choice.Title)),
            _ => null,
        };
        var lines = PeoplesLine.Lines(value ?? "", int.MaxValue);
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    public static IEnumerable<AdaptiveChoice> Chosen(AdaptiveChoiceSetInput choices)
    {
        var chosen = choices.IsMultiSelect ? choices.Value?.Split(',') ?? [] : [choices.Value];
        return choices.Choices.Where(choice => chosen.Contains(choice.Value));
    }

    public static string? Number(double number) => double.IsNaN(number) ? null : number.ToString(CultureInfo.InvariantCulture);
}
