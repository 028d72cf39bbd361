namespace AdaptiveCards;

/// <summary>Something that a person can do with a card.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    protected AdaptiveAction() { }

    public string Title { get; set; }

    public string IconUrl { get; set; }

    /// <summary>"default", "positive" or "destructive".</summary>
    public string Style { get; set; }

    public bool IsEnabled { get; set; } = true;

    public AdaptiveActionMode Mode { get; set; }

    public string Tooltip { get; set; }
}
