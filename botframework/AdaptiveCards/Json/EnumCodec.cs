using System.Text.Json;

namespace AdaptiveCards.Json;

/// <summary>An enum by its names in camel case, as the real package writes them; reading ignores case.</summary>
internal sealed class EnumCodec<TEnum> : Codec<TEnum> where TEnum : struct, Enum
{
    public static readonly EnumCodec<TEnum> Instance = new();

    private readonly Dictionary<TEnum, JsonEncodedText> _names = [];
    private readonly Dictionary<string, TEnum> _values = new(StringComparer.OrdinalIgnoreCase);

    private EnumCodec()
    {
        foreach (var name in Enum.GetNames<TEnum>())
        {
            var value = Enum.Parse<TEnum>(name);
            _values[name] = value;
            // Normal is the former name of some defaults; the schema knows only the later one.
            if (name != "Normal")
                _names[value] = JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(name));
        }
    }

    public override void Write(Utf8JsonWriter writer, TEnum value) => writer.WriteStringValue(_names[value]);

    public override TEnum Read(JsonElement json, CardReader reader) =>
        _values.TryGetValue(Codecs.ReadText(json), out var value)
            ? value
            : throw new AdaptiveSerializationException($"'{json}' is no {typeof(TEnum).Name}");
}

internal sealed class OptionalEnumCodec<TEnum> : Codec<TEnum?> where TEnum : struct, Enum
{
    public static readonly OptionalEnumCodec<TEnum> Instance = new();

    public override void Write(Utf8JsonWriter writer, TEnum? value) => EnumCodec<TEnum>.Instance.Write(writer, value.Value);

    public override TEnum? Read(JsonElement json, CardReader reader) => EnumCodec<TEnum>.Instance.Read(json, reader);
}
