using System.Text.Json.Nodes;

namespace Hausmeister.Tests.Dialogs;

/// <summary>
/// A card as lines to read: <c>kicker / title</c>, the texts as they are written, <c>! …</c> in a tinted notice, <c>(a row to tap) small words</c>,
/// <c>Field = value</c>, <c>| cell | cell</c> of a table, <c>[picture: its words]</c>, and the buttons in one line.
/// </summary>
internal static class CardText
{
    private static readonly string[] Tints = ["attention", "warning", "good", "accent"];

    public static IReadOnlyList<string> Of(JsonObject card)
    {
        List<string> lines = [.. Elements(card["body"]).SelectMany(Lines)];
        if (Actions(card) is { Length: > 0 } buttons)
            lines.Add(buttons);
        return lines;
    }

    /// <summary>What can be tapped, with its label: buttons and rows.</summary>
    public static IEnumerable<(string Label, JsonObject Action)> Taps(JsonNode? node) => node switch
    {
        JsonObject o when o["selectAction"] is JsonObject action => [(Text(action, "title"), action)],
        JsonObject o when Text(o, "type").StartsWith("Action.", StringComparison.Ordinal) => [(Text(o, "title"), o)],
        JsonObject o => o.Select(member => member.Value).SelectMany(Taps),
        JsonArray a => a.SelectMany(Taps),
        _ => [],
    };

    /// <summary>What the fields hold as long as nobody changes them.</summary>
    public static Dictionary<string, string> Fields(JsonObject card) => Inputs(card).ToDictionary(
        input => Text(input, "id"), input => Text(input, "type") == "Input.Toggle" ? Text(input, "value", Text(input, "valueOff")) : Text(input, "value"));

    private static IEnumerable<string> Lines(JsonObject element) => Text(element, "type") switch
    {
        "Container" when element["selectAction"] is not null => [Row(element)],
        "Container" when IsHead(element) => [string.Join(" / ", Elements(element["items"]).Select(item => Text(item, "text")))],
        "Container" => Elements(element["items"]).SelectMany(Lines).Select(line => Tints.Contains(Text(element, "style")) ? $"! {line}" : line),
        "ActionSet" => [Actions(element)],
        "TextBlock" => [Text(element, "text").Replace("\n\n", " ¶ ", StringComparison.Ordinal)],
        "ColumnSet" => [string.Join(" | ", Elements(element["columns"]).Select(column => string.Join(" / ", Elements(column["items"]).SelectMany(Lines))))],
        "Table" => Elements(element["rows"]).Select(row => $"| {string.Join(" | ", Elements(row["cells"]).Select(cell => string.Join(" / ", Elements(cell["items"]).SelectMany(Lines))))}"),
        "Image" => [$"[picture: {Text(element, "altText")}]"],
        "Input.Toggle" => [$"{Text(element, "title")} = {Text(element, "value")}"],
        _ => [$"{Text(element, "label")} = {(Text(element, "value") is { Length: > 0 } value ? value.Replace("\n", "⏎", StringComparison.Ordinal) : "-")}"],
    };

    private static string Row(JsonObject row)
    {
        var words = Elements(row["items"]![0]!["columns"]![0]!["items"]).Select(item => Text(item, "text")).ToList();
        return words is [var lead, var small] ? $"({lead}) {small}" : $"({words[0]})";
    }

    private static bool IsHead(JsonObject container) => Elements(container["items"]).Any(item => Text(item, "style") == "heading");

    private static string Actions(JsonObject holder) => string.Join(' ', Elements(holder["actions"]).Select(action => $"[{Text(action, "title")}]"));

    public static IEnumerable<JsonObject> Inputs(JsonNode? node) => node switch
    {
        JsonObject o when Text(o, "type").StartsWith("Input.", StringComparison.Ordinal) => [o],
        JsonObject o => o.Select(member => member.Value).SelectMany(Inputs),
        JsonArray a => a.SelectMany(Inputs),
        _ => [],
    };

    private static IEnumerable<JsonObject> Elements(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static string Text(JsonObject o, string member, string otherwise = "") => o[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : otherwise;
}
