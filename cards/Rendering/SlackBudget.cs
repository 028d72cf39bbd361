using System.Text;
using System.Text.Json;
using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>Makes a card's blocks as many and as long as Slack takes, and leaves out no more than it has to.</summary>
internal static class SlackBudget
{
    /// <summary>The blocks, and what the buttons' values have no room for.</summary>
    /// <param name="card">The card to keep where not all of it is shown; null where there is no room that is larger.</param>
    public static (IReadOnlyList<SlackBlock> Blocks, IReadOnlyDictionary<string, string> Kept) Fit(
        IReadOnlyList<CardPart> parts, SlackSurface surface, string edition, AdaptiveCard? card)
    {
        var (laid, taps, showAll) = Lay(parts, surface, edition, card, Economy.Steps[0]);
        var fits = Fits(laid, surface);
        foreach (var economy in Economy.Steps.Skip(1))
        {
            if (fits)
                break;
            (laid, taps, showAll) = Lay(parts, surface, edition, card, economy);
            fits = Fits(laid, surface);
        }

        if (!fits)
            CutTail(laid, surface, showAll);
        return (Blocks(laid), taps.Kept);
    }

    private static (List<LaidBlock> Laid, SlackTaps Taps, Lazy<SlackButton>? ShowAll) Lay(
        IReadOnlyList<CardPart> parts, SlackSurface surface, string edition, AdaptiveCard? card, Economy economy)
    {
        var taps = new SlackTaps(economy.LongestValue);
        var layout = new SlackLayout(surface, economy, taps, edition);
        layout.Lay(parts);
        List<LaidBlock> laid = [.. layout.Laid];
        if (laid.Count == 0)
            laid.Add(new(new SlackSection { Text = new SlackPlainText(string.IsNullOrWhiteSpace(card?.FallbackText) ? Shortened.Ellipsis : Shortened.To(card.FallbackText, SlackLimits.Text)) }));
        var showAll = card is null ? null : new Lazy<SlackButton>(() => taps.ShowAll(card));
        if (layout.IsCut || economy.FullItems < Items(parts))
            AddShowAll(laid, showAll);
        return (laid, taps, showAll);
    }

    private static int Items(IReadOnlyList<CardPart> parts) => parts.Count(part => part is ItemPart or RowPart);

    private static List<SlackBlock> Blocks(List<LaidBlock> laid) => [.. laid.Select(block => block.Block)];

    private static bool Fits(List<LaidBlock> laid, SlackSurface surface) =>
        laid.Count <= surface.MostBlocks && (surface.MostCharacters == int.MaxValue || Characters(laid) <= surface.MostCharacters);

    private static int Characters(List<LaidBlock> laid) =>
        Encoding.UTF8.GetCharCount(JsonSerializer.SerializeToUtf8Bytes(Blocks(laid), SlackJson.Compact.IReadOnlyListSlackBlock));

    /// <summary>From the end upwards, whole items; if that is not enough, what else is not among the most important, and at last texts.</summary>
    private static void CutTail(List<LaidBlock> laid, SlackSurface surface, Lazy<SlackButton>? showAll)
    {
        AddShowAll(laid, showAll);
        var more = 0;
        LaidBlock? mark = null;
        while (!Fits(laid, surface) && laid.FindLast(block => !block.IsKept) is { } cut)
        {
            laid.RemoveAll(block => ReferenceEquals(block, mark));
            var first = laid.FindIndex(block => IsCutWith(block, cut));
            laid.RemoveAll(block => IsCutWith(block, cut));
            more += cut.ShortItems + (cut.Item > 0 ? 1 : 0);
            laid.Insert(first, mark = More(more));
        }

        // Kept texts that are too many by themselves: Slack's limit is the harder one.
        while (!Fits(laid, surface) && laid.FindLastIndex(block => block.Block is not SlackActions and not SlackHeader) is var last and >= 0 && laid.Count > 1)
            laid.RemoveAt(last);
    }

    private static bool IsCutWith(LaidBlock block, LaidBlock cut) =>
        ReferenceEquals(block, cut) || (cut.Item > 0 && block.Item == cut.Item && !block.IsKept);

    private static LaidBlock More(int items) => new(
        new SlackSection { Text = new SlackPlainText(items > 0 ? $"and {items} more" : Shortened.Ellipsis) }, IsKept: true);

    /// <summary>Before the button that renews the card, which is the last.</summary>
    private static void AddShowAll(List<LaidBlock> laid, Lazy<SlackButton>? showAll)
    {
        if (showAll is null || showAll.IsValueCreated)
            return;
        if (laid is [.., { Block: SlackActions { Elements.Count: < SlackActions.Most } actions, Item: 0 } last])
        {
            var end = actions.Elements.Count - (actions.Elements[^1].Text.Text == "Refresh" ? 1 : 0);
            laid[^1] = last with { Block = new SlackActions([.. actions.Elements.Take(end), showAll.Value, .. actions.Elements.Skip(end)]), IsKept = true };
        }
        else
        {
            laid.Add(new(new SlackActions([showAll.Value]), IsKept: true));
        }
    }
}
