namespace AdaptiveCards;

/// <summary>An action of a type that this library does not know; all of it is in <c>AdditionalProperties</c>.</summary>
public class AdaptiveUnknownAction : AdaptiveAction
{
    public override string Type { get; set; }
}
