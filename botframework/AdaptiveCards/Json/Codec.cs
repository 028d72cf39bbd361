using System.Text.Json;

namespace AdaptiveCards.Json;

/// <summary>How one kind of value stands in JSON, in both directions.</summary>
internal abstract class Codec<T>
{
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <param name="json">Never null or undefined: such a member counts as absent.</param>
    public abstract T Read(JsonElement json, CardReader reader);

    /// <summary>Whether a member with this value is left out.</summary>
    public virtual bool IsAbsent(T value, T byDefault) => EqualityComparer<T>.Default.Equals(value, byDefault);
}

internal sealed class DelegateCodec<T>(Action<Utf8JsonWriter, T> write, Func<JsonElement, CardReader, T> read) : Codec<T>
{
    public override void Write(Utf8JsonWriter writer, T value) => write(writer, value);

    public override T Read(JsonElement json, CardReader reader) => read(json, reader);
}
