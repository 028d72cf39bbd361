using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Hausmeister.Bot.Turns;

/// <summary>
/// The one place that reads <c>Activity.Value</c> and <c>ChannelData</c>, whatever type of JSON the packages show there:
/// the real ones have another than ours, and both print themselves as JSON.
/// </summary>
internal static class PlainJson
{
    /// <summary>The value as JSON, or null if it is none or has a text in it that is none, such as half a character.</summary>
    public static JsonElement? Of(object? value) => Parsed(value) is { } json && IsReadable(json) ? json : null;

    private static JsonElement? Parsed(object? value)
    {
        switch (value)
        {
            case null or string or bool or IFormattable:
                return null;
            case JsonElement element:
                return element;
        }

        try
        {
            using var document = JsonDocument.Parse(value.ToString() ?? "");
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The parser looks at the texts only when somebody reads them.</summary>
    private static bool IsReadable(JsonElement json)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(json));
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && (reader.ValueIsEscaped || !Utf8.IsValid(reader.ValueSpan)))
                    _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The member of an object; null where there is none, or no object.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;
}
