using AdaptiveCards;

namespace Hausmeister.Cards.Parts;

/// <summary>Tables; the first row is the header.</summary>
internal static class Grid
{
    /// <param name="widths">The columns' shares.</param>
    public static AdaptiveTable Of(IEnumerable<int> widths, IEnumerable<AdaptiveTableRow> rows) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        ShowGridLines = false,
        Columns = [.. widths.Select(width => new AdaptiveTableColumnDefinition { Width = width })],
        Rows = [.. rows],
    };

    public static AdaptiveTableRow Row(params AdaptiveTableCell[] cells) => new() { Cells = [.. cells] };

    public static AdaptiveTableCell Cell(Markdown text) => new() { Items = [Text.Line(text, AdaptiveSpacing.Default)] };

    /// <summary>With a small line under it.</summary>
    public static AdaptiveTableCell Cell(Markdown text, Markdown small) => new() { Items = [Text.Line(text, AdaptiveSpacing.Default), Text.Meta(small)] };
}
