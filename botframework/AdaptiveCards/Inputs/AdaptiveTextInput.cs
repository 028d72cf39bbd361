namespace AdaptiveCards;

public class AdaptiveTextInput : AdaptiveInput
{
    public const string TypeName = "Input.Text";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    public string Value { get; set; }

    public AdaptiveTextInputStyle Style { get; set; }

    public bool IsMultiline { get; set; }

    /// <summary>In characters; 0: no limit.</summary>
    public int MaxLength { get; set; }

    public AdaptiveAction InlineAction { get; set; }

    public string Regex { get; set; }

    public override string GetNonInteractiveValue() => Value ?? Placeholder;
}
