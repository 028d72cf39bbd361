namespace AdaptiveCards;

/// <summary>An element of a type that this library does not know; all of it is in <c>AdditionalProperties</c>.</summary>
public class AdaptiveUnknownElement : AdaptiveElement
{
    public override string Type { get; set; }
}
