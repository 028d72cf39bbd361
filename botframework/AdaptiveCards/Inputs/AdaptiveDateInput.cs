namespace AdaptiveCards;

public class AdaptiveDateInput : AdaptiveInput
{
    public const string TypeName = "Input.Date";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    /// <summary>A date as 2026-11-27; <see cref="Min"/> and <see cref="Max"/> too.</summary>
    public string Value { get; set; }

    public string Min { get; set; }

    public string Max { get; set; }

    public override string GetNonInteractiveValue() => Value ?? Placeholder;
}
