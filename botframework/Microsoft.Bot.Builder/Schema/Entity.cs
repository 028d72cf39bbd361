using System.Text.Json;
using System.Text.Json.Serialization;
using Hausmeister.BotFramework;

namespace Microsoft.Bot.Schema;

/// <summary>Something a channel tells about an activity; its members depend on its type.</summary>
[JsonDerivedType(typeof(Mention))]
[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
public class Entity
{
    public Entity()
    {
    }

    public Entity(string type = default)
    {
        Type = type;
    }

    public string Type { get; set; }

    /// <summary>Members of the JSON that have no property here; they survive a round trip.</summary>
    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Unknown { get; set; }

    /// <summary>This entity, read as a <typeparamref name="T"/>.</summary>
    public T GetAs<T>() => BotJson.Convert<T>(this);

    /// <summary>Takes over the type and all members of <paramref name="obj"/>.</summary>
    public void SetAs<T>(T obj)
    {
        var copy = BotJson.Convert<Entity>(obj);
        Type = copy.Type;
        Unknown = copy.Unknown;
    }

    public bool Equals(Entity other) => other is not null && BotJson.ToJson(this) == BotJson.ToJson(other);

    public override bool Equals(object obj) => obj is Entity other && Equals(other);

    public override int GetHashCode() => Type?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
