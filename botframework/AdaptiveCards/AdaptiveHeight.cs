using System.Globalization;

namespace AdaptiveCards;

/// <summary>"auto", "stretch" or a number of pixels as "80px".</summary>
public class AdaptiveHeight : IEquatable<AdaptiveHeight>
{
    public AdaptiveHeight() { }

    /// <exception cref="ArgumentException">The text is none of the three.</exception>
    public AdaptiveHeight(string value)
    {
        if (Pixels.TryParse(value, out var pixels))
            (HeightType, Unit) = (AdaptiveHeightType.Pixel, pixels);
        else if (Enum.TryParse<AdaptiveHeightType>(value, ignoreCase: true, out var type) && type != AdaptiveHeightType.Pixel)
            HeightType = type;
        else
            throw new ArgumentException($"'{value}' is not a height: auto, stretch or pixels like 80px", nameof(value));
    }

    public AdaptiveHeight(uint px) => (HeightType, Unit) = (AdaptiveHeightType.Pixel, px);

    public AdaptiveHeight(AdaptiveHeightType heightType) => HeightType = heightType;

    // A new one each time: a height can be changed.
    public static AdaptiveHeight Auto => new(AdaptiveHeightType.Auto);

    public static AdaptiveHeight Stretch => new(AdaptiveHeightType.Stretch);

    public AdaptiveHeightType HeightType { get; set; }

    public uint? Unit { get; set; }

    public static implicit operator AdaptiveHeight(uint value) => new(value);

    public static implicit operator AdaptiveHeight(AdaptiveHeightType value) => new(value);

    public static implicit operator AdaptiveHeight(string value) => new(value);

    public static bool operator ==(AdaptiveHeight ah1, AdaptiveHeight ah2) => Equals(ah1, ah2);

    public static bool operator !=(AdaptiveHeight ah1, AdaptiveHeight ah2) => !Equals(ah1, ah2);

    public static AdaptiveHeight Parse(string value) => new(value);

    public bool IsPixel() => HeightType == AdaptiveHeightType.Pixel;

    public bool Equals(AdaptiveHeight other) => other is not null && HeightType == other.HeightType && Unit == other.Unit;

    public override bool Equals(object obj) => Equals(obj as AdaptiveHeight);

    public override int GetHashCode() => HashCode.Combine(HeightType, Unit);

    public override string ToString() => HeightType switch
    {
        AdaptiveHeightType.Pixel => Pixels.Format(Unit ?? 0),
        AdaptiveHeightType.Stretch => "stretch",
        _ => "auto",
    };
}

/// <summary>Lengths in the schema's spelling, "80px".</summary>
internal static class Pixels
{
    private const string Suffix = "px";

    public static string Format(uint pixels) => pixels.ToString(CultureInfo.InvariantCulture) + Suffix;

    public static bool TryParse(string text, out uint pixels)
    {
        pixels = 0;
        return text is not null && text.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            && uint.TryParse(text.AsSpan(0, text.Length - Suffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out pixels);
    }
}
