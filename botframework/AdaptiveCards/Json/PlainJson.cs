using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdaptiveCards.Json;

/// <summary>Values that are no part of the card's model: a tap's data, members that are not known.</summary>
internal static class PlainJson
{
    public static object Parse(string json) => json is null ? null : ValueOf(JsonElement.Parse(json));

    public static string Format(object value) => value is null ? null : JsonText.Of(writer => Write(writer, value));

    /// <summary>A text, flag or number as itself; a list or an object as it was read.</summary>
    public static object ValueOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt64(out var integer) => integer,
        _ => json,
    };

    public static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int integer: writer.WriteNumberValue(integer); break;
            case long integer: writer.WriteNumberValue(integer); break;
            case double number: writer.WriteNumberValue(number); break;
            case JsonElement json: json.WriteTo(writer); break;
            case JsonNode json: json.WriteTo(writer); break;
            case AdaptiveTypedElement element: Shapes.Of(element).Write(writer, element); break;
            case IEnumerable<KeyValuePair<string, object>> members: WriteObject(writer, members); break;
            case IEnumerable<KeyValuePair<string, string>> members: WriteObject(writer, members); break;
            case IDictionary or not IEnumerable: JsonSerializer.Serialize(writer, value, value.GetType()); break;
            case IEnumerable items: WriteList(writer, items); break;
        }
    }

    private static void WriteObject<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            Write(writer, item);
        writer.WriteEndArray();
    }
}
