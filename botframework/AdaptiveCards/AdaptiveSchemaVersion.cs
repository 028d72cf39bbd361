using System.Globalization;

namespace AdaptiveCards;

/// <summary>A version of the card schema, as "1.5". A lone major version means its minor 0.</summary>
public class AdaptiveSchemaVersion
{
    public AdaptiveSchemaVersion() { }

    public AdaptiveSchemaVersion(int major, int minor)
    {
        Major = major;
        Minor = minor;
    }

    /// <exception cref="ArgumentException">The text is not a version.</exception>
    public AdaptiveSchemaVersion(string versionString)
    {
        var (major, minor) = versionString.Split('.', 3) switch
        {
            [var first] => (first, "0"),
            [var first, var second, ..] => (first, second),
            _ => (null, null),
        };
        if (!TryNumber(major, out var parsedMajor) || !TryNumber(minor, out var parsedMinor))
            throw new ArgumentException($"'{versionString}' is not a schema version like 1.5", nameof(versionString));
        Major = parsedMajor;
        Minor = parsedMinor;
    }

    public int Major { get; set; }

    public int Minor { get; set; }

    public static implicit operator AdaptiveSchemaVersion(string versionString) => new(versionString);

    public static bool operator ==(AdaptiveSchemaVersion version1, AdaptiveSchemaVersion version2) => Equals(version1, version2);

    public static bool operator !=(AdaptiveSchemaVersion version1, AdaptiveSchemaVersion version2) => !Equals(version1, version2);

    public static bool operator <(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) >= 0;

    public int CompareTo(AdaptiveSchemaVersion other) =>
        other is null ? 1 : (Major, Minor).CompareTo((other.Major, other.Minor));

    public override bool Equals(object obj) =>
        obj is AdaptiveSchemaVersion other && Major == other.Major && Minor == other.Minor;

    public override int GetHashCode() => HashCode.Combine(Major, Minor);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
