namespace AdaptiveCards;

/// <summary>Something that stands in a card's body.</summary>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    protected AdaptiveElement() { }

    public AdaptiveSpacing Spacing { get; set; }

    public bool Separator { get; set; }

    public AdaptiveHeight Height { get; set; } = AdaptiveHeight.Auto;

    public bool IsVisible { get; set; } = true;
}
