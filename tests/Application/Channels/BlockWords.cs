using System.Text.Json.Nodes;
using Hausmeister.Tests.Cards;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>A message in Slack as a person reads it.</summary>
internal static class BlockWords
{
    public static Heard Read(JsonObject message)
    {
        var blocks = message["blocks"] as JsonArray ?? [];
        return new Heard([.. blocks.SelectMany(Lines)], [.. Buttons(blocks).Select(Label)]);
    }

    public static string Label(JsonObject button) => (string)button["text"]!["text"]!;

    public static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonObject o when Type(o) == "button" => [o],
        JsonObject o => o.SelectMany(member => Buttons(member.Value)),
        JsonArray a => a.SelectMany(Buttons),
        _ => [],
    };

    public static IEnumerable<JsonObject> Fields(JsonNode? blocks) => (blocks as JsonArray ?? []).Select(block => block!.AsObject()).Where(block => Type(block) == "input");

    public static string FieldLabel(JsonObject field) => (string)field["label"]!["text"]!;

    private static IEnumerable<string> Lines(JsonNode? block) => Type(block!.AsObject()) switch
    {
        "header" => Text(block["text"]),
        "section" => [.. Text(block["text"]), .. (block["fields"] as JsonArray ?? []).SelectMany(Text)],
        "context" => block["elements"]!.AsArray().SelectMany(Text),
        "input" => FilledIn(block.AsObject()),
        "divider" or "actions" or "image" => [],
        var other => throw new NotSupportedException($"Nobody has read a block {other} here yet."),
    };

    private static IEnumerable<string> FilledIn(JsonObject field) =>
        ((string?)field["element"]!["initial_value"] ?? (string?)field["element"]!["initial_option"]?["text"]?["text"]) is { Length: > 0 } value
            ? [$"{FieldLabel(field)}: {value}"]
            : [];

    private static IEnumerable<string> Text(JsonNode? text) => text is null ? [] : Lines((string?)text["type"], (string)text["text"]!);

    /// <summary>Of what is bold, and of a quotation, the marks are no words.</summary>
    private static IEnumerable<string> Lines(string? type, string text) => type == "mrkdwn"
        ? text.Split('\n').Select(line => SlackWords.Read((line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line).Replace("*", "", StringComparison.Ordinal)))
        : text.Split('\n');

    private static string Type(JsonObject node) => (node["type"] as JsonValue)?.ToString() ?? "";
}
