using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>An Adaptive Card as a person reads it.</summary>
internal static partial class CardWords
{
    public static Heard Read(JsonObject message) => message["attachments"] is JsonArray { Count: > 0 } attachments
        ? new Heard([.. Lines(attachments[0]!["content"])], [.. Buttons(attachments[0]!["content"])])
        : new Heard([Plain((string?)message["text"] ?? "")], []);

    /// <summary>The fields of a card, by what they are called there.</summary>
    public static IEnumerable<JsonObject> Fields(JsonNode? node) => node switch
    {
        JsonObject o when Type(o).StartsWith("Input.", StringComparison.Ordinal) => [o],
        JsonObject o => o.Where(IsOfCard).SelectMany(member => Fields(member.Value)),
        JsonArray a => a.SelectMany(Fields),
        _ => [],
    };

    /// <summary>Buttons and rows to tap.</summary>
    public static IEnumerable<JsonObject> Actions(JsonNode? node) => node switch
    {
        JsonObject o when Type(o).StartsWith("Action.", StringComparison.Ordinal) => [o],
        JsonObject o => o.Where(IsOfCard).SelectMany(member => Actions(member.Value)),
        JsonArray a => a.SelectMany(Actions),
        _ => [],
    };

    /// <summary>A row is known by what its tap does, since its title is every word on it.</summary>
    private static string Label(JsonObject action, bool isRow) => (string)(isRow ? action["tooltip"] ?? action["title"] : action["title"])!;

    public static bool IsCalled(JsonObject action, string label) => (string?)action["title"] == label || (string?)action["tooltip"] == label;

    private static IEnumerable<string> Lines(JsonNode? node) => node switch
    {
        JsonObject o when Type(o) == "TextBlock" => [Plain((string)o["text"]!)],
        JsonObject o when Type(o) == "FactSet" => o["facts"]!.AsArray().Select(fact => Plain($"{fact!["title"]} {fact["value"]}")),
        JsonObject o when Type(o).StartsWith("Input.", StringComparison.Ordinal) => FilledIn(o),
        JsonObject o => o.Where(member => IsOfCard(member) && member.Key is not ("actions" or "selectAction")).SelectMany(member => Lines(member.Value)),
        JsonArray a => a.SelectMany(Lines),
        _ => [],
    };

    private static IEnumerable<string> Buttons(JsonNode? node) => node switch
    {
        JsonObject o when Type(o).StartsWith("Action.", StringComparison.Ordinal) => [Label(o, isRow: false)],
        JsonObject o => o.Where(IsOfCard).SelectMany(member => member is { Key: "selectAction", Value: JsonObject action } ? [Label(action, isRow: true)] : Buttons(member.Value)),
        JsonArray a => a.SelectMany(Buttons),
        _ => [],
    };

    private static IEnumerable<string> FilledIn(JsonObject field) => (string?)field["value"] switch
    {
        null or "" => [],
        _ when Type(field) == "Input.Toggle" => [],
        var value => [$"{field["label"]}: {field["choices"]?.AsArray().FirstOrDefault(choice => (string?)choice!["value"] == value)?["title"] ?? value}"],
    };

    private static bool IsOfCard(KeyValuePair<string, JsonNode?> member) => member.Key is not ("data" or "fallback" or "refresh");

    private static string Type(JsonObject node) => (node["type"] as JsonValue)?.ToString() ?? "";

    private static string Plain(string markdown) => Escape().Replace(Link().Replace(markdown, "$1"), "$1").Replace("**", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
