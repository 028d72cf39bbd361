using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Hausmeister.BotFramework;

/// <summary>
/// Objects that bring their own converter, such as <c>AdaptiveCards.AdaptiveCard</c>, whose assembly stands beside this one and neither
/// refers to the other. They write straight into the activity's JSON. Looked up once per type.
/// </summary>
internal static class OwnJson
{
    private static readonly ConcurrentDictionary<Type, JsonTypeInfo> Types = new();

    /// <summary>Null where the type has no converter of its own.</summary>
    public static JsonTypeInfo Of(Type type) => Types.GetOrAdd(
        type, t => t.IsDefined(typeof(JsonConverterAttribute), inherit: true) ? BotJson.AnyType.GetTypeInfo(t) : null);
}
