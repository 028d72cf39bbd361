using System.Globalization;

namespace AdaptiveCards;

public class AdaptiveNumberInput : AdaptiveInput
{
    public const string TypeName = "Input.Number";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    /// <summary>Not a number (the default): nothing is filled in. The same means no limit below.</summary>
    public double Value { get; set; } = double.NaN;

    public double Min { get; set; } = double.NaN;

    public double Max { get; set; } = double.NaN;

    public override string GetNonInteractiveValue() =>
        double.IsNaN(Value) ? Placeholder : Value.ToString(CultureInfo.InvariantCulture);
}
