using System.Text.Json.Nodes;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>Fields in a message or a modal, as Slack sends back what stands in them.</summary>
internal static class SlackForms
{
    /// <param name="filled">What somebody filled in, by the fields' labels; the others are as they were.</param>
    public static JsonObject Values(JsonNode? blocks, IReadOnlyDictionary<string, string> filled)
    {
        var fields = BlockWords.Fields(blocks).ToList();
        filled.Keys.Except(fields.Select(BlockWords.FieldLabel)).ShouldBeEmpty("no such field");
        return new(fields.Select(field => KeyValuePair.Create((string)field["block_id"]!, (JsonNode?)ValueOf(field, filled.GetValueOrDefault(BlockWords.FieldLabel(field))))));
    }

    private static JsonObject ValueOf(JsonObject field, string? text)
    {
        var element = field["element"]!.AsObject();
        return new() { [(string)element["action_id"]!] = StateOf(element, (string)element["type"]!, text) };
    }

    private static JsonObject StateOf(JsonObject element, string type, string? text) => type switch
    {
        "plain_text_input" => State(type, "value", text ?? element["initial_value"]?.DeepClone()),
        "static_select" or "radio_buttons" => State(type, "selected_option", (text is null ? element["initial_option"] : Option(element, text))?.DeepClone()),
        "checkboxes" when text is null => State(type, "selected_options", element["initial_options"]?.DeepClone() ?? new JsonArray()),
        _ => throw new NotSupportedException($"Nobody has filled in a {type} here yet."),
    };

    private static JsonNode Option(JsonObject element, string text) =>
        element["options"]!.AsArray().Single(option => (string?)option!["text"]!["text"] == text)!;

    private static JsonObject State(string type, string member, JsonNode? value) => new() { ["type"] = type, [member] = value };
}
