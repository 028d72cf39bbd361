using System.Text.Json;

namespace AdaptiveCards.Json;

/// <summary>An object of a class that is known beforehand, in the long form or, where the schema has one, as a mere text.</summary>
internal sealed class ObjectCodec<T>(Shape<T> shape, Func<T> create, Func<string, T> fromText = null, Func<T, string> toText = null)
    : Codec<T>
    where T : class
{
    public override void Write(Utf8JsonWriter writer, T value)
    {
        if (toText?.Invoke(value) is { } text)
            writer.WriteStringValue(text);
        else
            shape.Write(writer, value);
    }

    public override T Read(JsonElement json, CardReader reader)
    {
        if (fromText is not null && json.ValueKind == JsonValueKind.String)
            return fromText(json.GetString());
        var value = create();
        shape.Read(json, value, reader);
        return value;
    }
}

/// <summary>An element, whose class its member "type" tells.</summary>
internal sealed class ElementCodec<T> : Codec<T> where T : AdaptiveTypedElement
{
    public static readonly ElementCodec<T> Instance = new();

    public override void Write(Utf8JsonWriter writer, T value) => Shapes.Of(value).Write(writer, value);

    public override T Read(JsonElement json, CardReader reader) => reader.ReadElement<T>(json);
}

internal sealed class ListCodec<T>(Codec<T> items, bool required = false) : Codec<List<T>> where T : class
{
    public override bool IsAbsent(List<T> value, List<T> byDefault) => value.Count == 0 && !required;

    public override void Write(Utf8JsonWriter writer, List<T> value)
    {
        writer.WriteStartArray();
        foreach (var item in value)
            if (item is not null)
                items.Write(writer, item);
        writer.WriteEndArray();
    }

    public override List<T> Read(JsonElement json, CardReader reader)
    {
        if (json.ValueKind != JsonValueKind.Array)
            throw Codecs.Unexpected(json, "a list");
        var read = new List<T>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
            if (item.ValueKind != JsonValueKind.Null)
                read.Add(items.Read(item, reader));
        return read;
    }
}

internal sealed class FallbackCodec : Codec<AdaptiveFallbackElement>
{
    public override bool IsAbsent(AdaptiveFallbackElement value, AdaptiveFallbackElement byDefault) =>
        value.Type == AdaptiveFallbackElement.AdaptiveFallbackType.None;

    public override void Write(Utf8JsonWriter writer, AdaptiveFallbackElement value)
    {
        if (value.Type == AdaptiveFallbackElement.AdaptiveFallbackType.Drop)
            writer.WriteStringValue(AdaptiveFallbackElement.drop);
        else
            Shapes.Of(value.Content).Write(writer, value.Content);
    }

    public override AdaptiveFallbackElement Read(JsonElement json, CardReader reader) => json.ValueKind switch
    {
        JsonValueKind.Object => new(reader.ReadElement<AdaptiveTypedElement>(json)),
        JsonValueKind.String when json.ValueEquals(AdaptiveFallbackElement.drop) => new(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
        _ => throw new AdaptiveSerializationException("The only text that a fallback can be is 'drop'"),
    };
}
