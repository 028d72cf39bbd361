using System.Globalization;
using System.Text.Json;

namespace AdaptiveCards.Json;

/// <summary>The plain values of the schema. Reading is as lenient as the real package: a number will do for a text.</summary>
internal static class Codecs
{
    public static readonly Codec<string> Text = Of<string>((writer, text) => writer.WriteStringValue(text), ReadText);

    public static readonly Codec<bool> Flag = Of<bool>((writer, flag) => writer.WriteBooleanValue(flag), ReadFlag);

    public static readonly Codec<bool?> OptionalFlag = Of<bool?>((writer, flag) => writer.WriteBooleanValue(flag.Value), json => ReadFlag(json));

    public static readonly Codec<int> Integer = Of<int>((writer, number) => writer.WriteNumberValue(number), json => (int)ReadNumber(json));

    public static readonly Codec<double> Number = Of<double>((writer, number) => writer.WriteNumberValue(number), ReadNumber);

    public static readonly Codec<Uri> Url = Of<Uri>((writer, url) => writer.WriteStringValue(url.OriginalString), json => Urls.Parse(ReadText(json)));

    public static readonly Codec<uint> PixelCount = Of<uint>((writer, pixels) => writer.WriteStringValue(Pixels.Format(pixels)), ReadPixels);

    public static readonly Codec<DateTime?> UtcTime = Of<DateTime?>((writer, time) => writer.WriteStringValue(time.Value), ReadUtcTime);

    public static readonly Codec<AdaptiveSchemaVersion> Version =
        Of<AdaptiveSchemaVersion>((writer, version) => writer.WriteStringValue(version.ToString()), json => new(ReadText(json)));

    public static readonly Codec<AdaptiveHeight> Height =
        Of<AdaptiveHeight>((writer, height) => writer.WriteStringValue(height.ToString()), json => new(ReadText(json)));

    public static readonly Codec<AdaptiveWidth> Width = Of<AdaptiveWidth>(WriteWidth, json => ReadText(json));

    public static readonly Codec<object> Plain = Of<object>(PlainJson.Write, PlainJson.ValueOf);

    public static readonly Codec<IDictionary<string, string>> Requires = Of<IDictionary<string, string>>(
        PlainJson.Write,
        json => json.EnumerateObject().ToDictionary(feature => feature.Name, feature => ReadText(feature.Value)));

    public static string ReadText(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
        _ => throw Unexpected(json, "a text"),
    };

    public static AdaptiveSerializationException Unexpected(JsonElement json, string expected) =>
        new($"Found {json.ValueKind} where {expected} was expected");

    private static DelegateCodec<T> Of<T>(Action<Utf8JsonWriter, T> write, Func<JsonElement, T> read) =>
        new(write, (json, _) => read(json));

    private static bool ReadFlag(JsonElement json) =>
        bool.TryParse(ReadText(json), out var flag) ? flag : throw Unexpected(json, "true or false");

    private static double ReadNumber(JsonElement json) =>
        double.TryParse(ReadText(json), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unexpected(json, "a number");

    private static uint ReadPixels(JsonElement json) =>
        Pixels.TryParse(ReadText(json), out var pixels) ? pixels : throw Unexpected(json, "pixels like 80px");

    private static DateTime? ReadUtcTime(JsonElement json) =>
        json.TryGetDateTime(out var time) ? time.ToUniversalTime() : throw Unexpected(json, "an ISO 8601 time");

    // A weight must be a number: the JavaScript renderer takes a text for pixels.
    private static void WriteWidth(Utf8JsonWriter writer, AdaptiveWidth width)
    {
        if (double.TryParse(width.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight))
            writer.WriteNumberValue(weight);
        else
            writer.WriteStringValue(width.ToString());
    }
}
