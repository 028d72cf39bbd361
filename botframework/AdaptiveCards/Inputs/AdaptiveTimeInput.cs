namespace AdaptiveCards;

public class AdaptiveTimeInput : AdaptiveInput
{
    public const string TypeName = "Input.Time";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    /// <summary>A time of day as 17:00; <see cref="Min"/> and <see cref="Max"/> too.</summary>
    public string Value { get; set; }

    public string Min { get; set; }

    public string Max { get; set; }

    public override string GetNonInteractiveValue() => Value ?? Placeholder;
}
