using System.Text.Json;

namespace Hausmeister.Bot.Turns;

/// <summary>
/// The one place that reads <c>Activity.Value</c> and <c>ChannelData</c>, whatever type of JSON the packages show there:
/// the real ones have another than ours, and both print themselves as JSON.
/// </summary>
internal static class PlainJson
{
    /// <summary>The value as JSON, or null if it is none.</summary>
    public static JsonElement? Of(object? value)
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

    /// <summary>The member of an object; null where there is none, or no object.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;
}
