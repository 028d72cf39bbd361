using System.Text.Json;

namespace AdaptiveCards.Json;

/// <summary>The JSON object of one class, whatever class that is.</summary>
internal interface IShape
{
    Type Class { get; }

    void Write(Utf8JsonWriter writer, object owner);

    void Read(JsonElement json, object owner, CardReader reader);
}

/// <summary>The JSON object of <typeparamref name="T"/>: its members in the order in which they are written, and the rest.</summary>
/// <param name="extras">Where members that are not known are kept; null while there are none.</param>
/// <param name="setExtras">Called at the first member that is not known.</param>
internal sealed class Shape<T>(Func<T, SerializableDictionary<string, object>> extras, Action<T, SerializableDictionary<string, object>> setExtras)
    : IShape
    where T : class
{
    private readonly List<IMember<T>> _members = [];
    private readonly Dictionary<string, IMember<T>> _byName = new(StringComparer.OrdinalIgnoreCase);

    public Type Class => typeof(T);

    public Shape<T> With<TValue>(string name, Codec<TValue> codec, Func<T, TValue> get, Action<T, TValue> set, TValue byDefault = default) =>
        With(new Member<T, TValue>(name, codec, get, set, byDefault));

    public Shape<T> With<TEnum>(string name, Func<T, TEnum> get, Action<T, TEnum> set) where TEnum : struct, Enum =>
        With(name, EnumCodec<TEnum>.Instance, get, set);

    public Shape<T> With<TEnum>(string name, Func<T, TEnum?> get, Action<T, TEnum?> set) where TEnum : struct, Enum =>
        With(name, OptionalEnumCodec<TEnum>.Instance, get, set);

    /// <summary>A shape for a derived class, which begins with the members of this one.</summary>
    public Shape<TDerived> For<TDerived>() where TDerived : class, T
    {
        var derived = new Shape<TDerived>(extras, setExtras);
        foreach (var member in _members)
            derived.With(member);
        return derived;
    }

    public void Write(Utf8JsonWriter writer, object owner)
    {
        var typed = (T)owner;
        writer.WriteStartObject();
        foreach (var member in _members)
            member.Write(writer, typed);
        if (extras(typed) is { } unknown)
            foreach (var (name, value) in unknown)
            {
                writer.WritePropertyName(name);
                PlainJson.Write(writer, value);
            }
        writer.WriteEndObject();
    }

    public void Read(JsonElement json, object owner, CardReader reader)
    {
        var typed = (T)owner;
        if (json.ValueKind != JsonValueKind.Object)
            throw Codecs.Unexpected(json, $"an object ({typeof(T).Name})");
        foreach (var property in json.EnumerateObject())
            if (!_byName.TryGetValue(property.Name, out var member))
                KeepUnknown(typed, property);
            else if (property.Value.ValueKind != JsonValueKind.Null)
                member.Read(property.Value, typed, reader);
    }

    // A member of the same name hides the base's: an image says its height in pixels.
    private Shape<T> With(IMember<T> member)
    {
        if (_byName.TryGetValue(member.Name, out var hidden))
            _members.Remove(hidden);
        _members.Add(member);
        _byName[member.Name] = member;
        return this;
    }

    private void KeepUnknown(T owner, JsonProperty property)
    {
        var kept = extras(owner);
        if (kept is null)
            setExtras(owner, kept = []);
        kept[property.Name] = PlainJson.ValueOf(property.Value);
    }
}
