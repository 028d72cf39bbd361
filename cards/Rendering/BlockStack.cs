namespace Hausmeister.Cards.Rendering;

/// <summary>Blocks as they are put one under the other, and the dividers between them: never two together, never the first or the last.</summary>
internal sealed class BlockStack(bool hasDividers)
{
    private readonly List<LaidBlock> laid = [];
    private bool dividerIsDue;

    public IReadOnlyList<LaidBlock> Laid => laid;

    /// <summary>Which of the items what is added belongs to; 0: to none.</summary>
    public int Item { get; set; }

    /// <summary>Small text stands somewhere below the kicker, or right above.</summary>
    public bool HasSmall => laid is [.., { Block: SlackContext }] || laid.Skip(1).Any(block => block.Block is SlackContext);

    public bool IsEmpty => laid.Count == 0;

    public void Add(SlackBlock block, bool isKept = false, bool isHeading = false, int shortItems = 0)
    {
        if (dividerIsDue)
            Divide();
        laid.Add(new(block, isKept, isHeading, Item, shortItems));
    }

    /// <summary>Before whatever comes next; if nothing does, there is none.</summary>
    public void DivideNext() => dividerIsDue = true;

    /// <summary>Here, or above the heading that stands over what comes.</summary>
    public void DivideAbove()
    {
        if (laid is not [.., { IsHeading: true } heading])
        {
            Divide();
            return;
        }

        laid.RemoveAt(laid.Count - 1);
        Divide();
        laid.Add(heading);
    }

    private void Divide()
    {
        dividerIsDue = false;
        if (hasDividers && laid is [.., { Block: not SlackDivider }])
            laid.Add(new(new SlackDivider()));
    }
}
