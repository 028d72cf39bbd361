namespace AdaptiveCards;

/// <summary>A piece of a line of rich text.</summary>
public abstract class AdaptiveInline : AdaptiveTypedElement;

internal sealed class UnknownInline : AdaptiveInline
{
    public override string Type { get; set; }
}
