using AdaptiveCards;

namespace Hausmeister.Cards.Parts;

/// <summary>Containers. Their style carries the state; in a tinted one stand no links and no coloured words.</summary>
internal static class Block
{
    /// <summary>Something is wrong or to be decided; at most one on a card.</summary>
    public static AdaptiveContainer Notice(AdaptiveContainerStyle style, Markdown text, Markdown? small = null) => new()
    {
        Style = style,
        Spacing = AdaptiveSpacing.Medium,
        Items = [Text.Line(text, AdaptiveSpacing.Default), .. small is null ? (AdaptiveElement[])[] : [Text.Small(small)]],
    };

    /// <summary>A quiet block.</summary>
    public static AdaptiveContainer Quiet(params IEnumerable<AdaptiveElement?> items) => new()
    {
        Style = AdaptiveContainerStyle.Emphasis,
        Spacing = AdaptiveSpacing.Medium,
        Items = [.. items.OfType<AdaptiveElement>()],
    };

    /// <summary>One of a list, with buttons of its own or none.</summary>
    public static AdaptiveContainer Item(AdaptiveSpacing spacing, params IEnumerable<AdaptiveElement?> items) => new()
    {
        Separator = true,
        Spacing = spacing,
        Items = [.. items.OfType<AdaptiveElement>()],
    };
}
