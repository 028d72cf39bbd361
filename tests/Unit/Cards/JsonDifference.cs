using System.Text.Json.Nodes;

namespace Hausmeister.Tests.Cards;

/// <summary>Where two JSON documents differ, a line for each place; the order of members does not matter.</summary>
internal static class JsonDifference
{
    public static IReadOnlyList<string> Between(JsonNode? expected, JsonNode? actual) => [.. Between("$", expected, actual)];

    private static IEnumerable<string> Between(string path, JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject e, JsonObject a) => e.Select(m => m.Key).Union(a.Select(m => m.Key)).SelectMany(key => (e.ContainsKey(key), a.ContainsKey(key)) switch
        {
            (true, false) => [$"{path}.{key} is missing: {e[key]?.ToJsonString()}"],
            (false, true) => [$"{path}.{key} is too much: {a[key]?.ToJsonString()}"],
            _ => Between($"{path}.{key}", e[key], a[key]),
        }),
        (JsonArray e, JsonArray a) => Enumerable.Range(0, Math.Max(e.Count, a.Count)).SelectMany(i =>
            i >= a.Count ? [$"{path}[{i}] is missing: {e[i]?.ToJsonString()}"]
            : i >= e.Count ? [$"{path}[{i}] is too much: {a[i]?.ToJsonString()}"]
            : Between($"{path}[{i}]", e[i], a[i])),
        _ => JsonNode.DeepEquals(expected, actual) ? [] : [$"{path} should be {expected?.ToJsonString()} and is {actual?.ToJsonString()}"],
    };
}
