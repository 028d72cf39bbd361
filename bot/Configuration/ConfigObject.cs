using System.Text.Json;

namespace Hausmeister.Bot.Configuration;

/// <summary>An object of a configuration file that notices which keys nobody asked for: a misspelt key is told, never ignored.</summary>
internal sealed class ConfigObject(JsonElement json, string where, Problems problems)
{
    private readonly HashSet<string> known = [];

    /// <summary>The value of a key that must be there.</summary>
    public ConfigValue this[string key] => Optional(key) ?? ValueOf(key, default);

    /// <summary>The value of a key, or null where the file does not have it.</summary>
    public ConfigValue? Optional(string key)
    {
        known.Add(key);
        return json.TryGetProperty(key, out var value) ? ValueOf(key, value) : null;
    }

    public void RefuseUnknownKeys()
    {
        foreach (var (key, count) in json.EnumerateObject().CountBy(property => property.Name))
        {
            if (!known.Contains(key))
                problems.Add($"{where}.{key}", "an unknown key", $"only {string.Join(", ", known)}");
            else if (count > 1)
                problems.Add($"{where}.{key}", $"{count} of this key", "one");
        }
    }

    private ConfigValue ValueOf(string key, JsonElement value) => new(value, $"{where}.{key}", problems);
}
