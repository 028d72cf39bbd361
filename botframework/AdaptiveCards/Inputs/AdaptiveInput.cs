namespace AdaptiveCards;

public abstract class AdaptiveInput : AdaptiveElement
{
    protected AdaptiveInput() { }

    public bool IsRequired { get; set; }

    public string Label { get; set; }

    /// <summary>What the person reads when the value does not fit.</summary>
    public string ErrorMessage { get; set; }

    /// <summary>The text to show where nothing can be typed.</summary>
    public abstract string GetNonInteractiveValue();
}
