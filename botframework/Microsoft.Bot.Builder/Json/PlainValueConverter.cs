using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Hausmeister.BotFramework;

/// <summary>
/// Members of type <see cref="object"/>: an activity's value, a card in an attachment. What is read is a plain value, or a
/// <see cref="JsonElement"/> that owns its memory.
/// </summary>
internal sealed class PlainValueConverter : JsonConverter<object>
{
    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => ReadNumber(ref reader),
            _ => JsonElement.ParseValue(ref reader),
        };

    /// <exception cref="JsonException">It is beyond what a double holds, so it could not be written again.</exception>
    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole))
            return whole;
        var number = reader.GetDouble();
        return double.IsFinite(number) ? number : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case JsonElement element: element.WriteTo(writer); break;
            case JsonNode node: node.WriteTo(writer, options); break;
            case string or bool or IFormattable: WriteScalar(writer, value, options); break;
            case IEnumerable<KeyValuePair<string, object>> members: WriteObject(writer, members, options); break;
            case IDictionary members: WriteObject(writer, Members(members), options); break;
            default: WriteOther(writer, value, options); break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case float number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case DateTimeOffset instant: writer.WriteStringValue(instant); break;
            case DateTime instant: writer.WriteStringValue(instant); break;
            case Guid id: writer.WriteStringValue(id); break;
            default: WriteBySchema(writer, value, options); break;
        }
    }

    private void WriteObject(
        Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object>> members, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value, options);
        }

        writer.WriteEndObject();
    }

    private static IEnumerable<KeyValuePair<string, object>> Members(IDictionary members)
    {
        foreach (DictionaryEntry member in members)
            yield return new((string)member.Key, member.Value);
    }

    private void WriteOther(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (OwnJson.Of(value.GetType()) is { } own)
            JsonSerializer.Serialize(writer, value, own);
        else if (value is IEnumerable items)
            WriteArray(writer, items, options);
        else
            WriteBySchema(writer, value, options);
    }

    private void WriteArray(Utf8JsonWriter writer, IEnumerable items, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            Write(writer, item, options);
        writer.WriteEndArray();
    }

    private static void WriteBySchema(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (!options.TryGetTypeInfo(value.GetType(), out var type))
        {
            throw new NotSupportedException(
                $"A {value.GetType()} cannot be sent. Use a type of Microsoft.Bot.Schema, an adaptive card, a string, a number, a bool, or dictionaries and lists of these.");
        }

        JsonSerializer.Serialize(writer, value, type);
    }
}
