namespace AdaptiveCards;

/// <summary>A column's width: "auto", "stretch", a weight as "2" or pixels as "80px".</summary>
public class AdaptiveWidth(string value)
{
    private readonly string _value = value;

    public static implicit operator AdaptiveWidth(string value) => value is null ? null : new(value);

    public override bool Equals(object obj) => obj is AdaptiveWidth other && _value == other._value;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);

    public override string ToString() => _value;
}
