namespace Hausmeister.Cards.Rendering;

/// <summary>What there are several of: rows to tap, items, stages.</summary>
internal sealed partial class SlackLayout
{
    private const int LongestBesideText = 16;
    private const int LongestSmallBesideButton = 80;

    /// <summary>A long label beside it would squeeze the text on a phone.</summary>
    private void Row(RowPart row)
    {
        if (IsShort(row.Lead))
            return;
        Flush();
        stack.Item = items;
        RowInFull(row);
        stack.Item = 0;
    }

    private void RowInFull(RowPart row)
    {
        var tap = row.Tap is { } one && HasRoom(one) ? one : null;
        if (tap?.Label.Length <= LongestBesideText)
        {
            var small = Shortened.To(row.Small, LongestSmallBesideButton);
            texts.Section(Words.Join("\n", [row.Lead, small]), accessory: taps.Button(tap, row.Words));
            return;
        }

        texts.Section(row.Lead);
        if (!row.Small.IsEmpty)
            texts.Context(row.Small);
        if (tap is not null)
            Add(new SlackActions([taps.Button(tap, row.Words)]));
    }

    private void Item(ItemPart one)
    {
        hasSections = true;
        if (IsShort(one.About))
            return;
        Flush();
        if (one.IsTall)
            stack.DivideAbove();
        stack.Item = items;
        foreach (var part in one.Parts)
            Lay(part, one.About.Plain);
        Flush();
        stack.Item = 0;
        if (one.IsTall)
            stack.DivideNext();
    }

    private bool IsShort(Words about)
    {
        if (++items <= economy.FullItems)
            return false;
        if (shortItems == 0)
            Flush();
        Append(about, Tone.Body);
        shortItems++;
        return true;
    }

    private void Stage(StagePart stage)
    {
        Flush();
        hasSections = true;
        texts.Section(Words.Join(" ", [stage.Symbol, stage.Line]));
        var small = Words.Join(" · ", [.. stage.Figures, .. stage.Small]);
        if (!small.IsEmpty)
            texts.Context(small);
    }
}
