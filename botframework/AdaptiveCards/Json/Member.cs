using System.Text.Json;

namespace AdaptiveCards.Json;

internal interface IMember<in T>
{
    string Name { get; }

    void Write(Utf8JsonWriter writer, T owner);

    void Read(JsonElement json, T owner, CardReader reader);
}

/// <summary>One member of a JSON object. It is left out at its default value.</summary>
internal sealed class Member<T, TValue>(string name, Codec<TValue> codec, Func<T, TValue> get, Action<T, TValue> set, TValue byDefault)
    : IMember<T>
{
    private readonly JsonEncodedText _encodedName = JsonEncodedText.Encode(name);

    public string Name => name;

    public void Write(Utf8JsonWriter writer, T owner)
    {
        var value = get(owner);
        if (value is null || codec.IsAbsent(value, byDefault))
            return;
        writer.WritePropertyName(_encodedName);
        codec.Write(writer, value);
    }

    public void Read(JsonElement json, T owner, CardReader reader) => set(owner, codec.Read(json, reader));
}
