using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hausmeister.BotFramework;

/// <summary>
/// The JSON of activities. It stands in for the Newtonsoft types that the real packages show, and exists only with
/// <c>-p:BotFramework=local</c>: whoever uses it is the one file that differs between local and nuget.
/// </summary>
public static class BotJson
{
    // Bodies go over HTTP as application/json, never into a page, so umlauts and emoji may stay as they are.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    // Only for types that are not ours (GetAs<T>, GetChannelData<T>, an adaptive card): this may fall back to reflection.
    internal static readonly JsonSerializerOptions AnyType = new(BotJsonContext.Default.Options)
    {
        Encoder = Encoder,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(BotJsonContext.Default, new DefaultJsonTypeInfoResolver()),
    };

    /// <summary>
    /// Reads and writes every type of Microsoft.Bot.Schema without reflection. Members of type <see cref="object"/> are read
    /// as string, bool, long, double or (objects and arrays) <see cref="JsonElement"/>, and written from those, from
    /// dictionaries and lists of them, from schema types and from objects with a converter of their own.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = ReadOnly(new(BotJsonContext.Default.Options)
    {
        Encoder = Encoder,
        TypeInfoResolver = BotJsonContext.Default,
    });

    public static string ToJson<T>(T value) => JsonSerializer.Serialize(value, TypeInfo<T>());

    public static byte[] ToUtf8<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());

    /// <exception cref="JsonException">The text is not JSON, or not of this shape.</exception>
    public static T FromUtf8<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, TypeInfo<T>());

    /// <exception cref="JsonException">The text is not JSON, or not of this shape.</exception>
    public static T FromJson<T>(string json) => JsonSerializer.Deserialize(json, TypeInfo<T>());

    /// <summary>Reads one shape as another, such as an activity's value as a record.</summary>
    /// <exception cref="JsonException">The value does not have this shape.</exception>
    public static T Convert<T>(object value)
    {
        var element = value as JsonElement? ?? JsonSerializer.SerializeToElement(value, AnyType);
        return element.Deserialize<T>(AnyType);
    }

    internal static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions ReadOnly(JsonSerializerOptions options)
    {
        options.MakeReadOnly();
        return options;
    }
}
