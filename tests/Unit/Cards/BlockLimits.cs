using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hausmeister.Tests.Cards;

/// <summary>
/// Slack's limits once more, by themselves: were they taken from the renderer, a wrong one would agree with itself.
/// Source: docs.slack.dev/reference/block-kit and docs.slack.dev/reference/views.
/// </summary>
internal static class BlockLimits
{
    private static readonly JsonSerializerOptions AsSent = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<string> Exceeded(JsonNode made)
    {
        var (isModal, isHome) = (Text(made["type"]) == "modal", Text(made["type"]) == "home");
        var blocks = made["blocks"]!.AsArray();
        List<string> wrong = [];
        Check(blocks.Count is > 0 && blocks.Count <= (isModal || isHome ? 100 : 50), $"{blocks.Count} blocks");
        if (isModal)
        {
            Length(made["title"]!["text"], 24, "title");
            Length(made["private_metadata"], 3_000, "private_metadata");
            foreach (var name in new[] { "submit", "close" })
                if (made[name] is { } button)
                    Length(button["text"], 24, name);
            Check((made["submit"] is null) != blocks.Any(b => Text(b!["type"]) == "input"), "submit without fields, or fields without submit");
        }
        else if (!isHome)
        {
            Length(made["text"], 3_000, "text");
            Check(blocks.ToJsonString(AsSent).Length <= 12_000, $"{blocks.ToJsonString(AsSent).Length} characters");
        }

        Check(isModal || blocks.Count(b => Text(b!["type"]) == "table") <= 1, "two tables");
        Check(isModal || !blocks.Any(b => Text(b!["type"]) == "alert"), "alert outside of a modal");
        Check(!isHome || !blocks.Any(b => Text(b!["type"]) == "input"), "fields on a page");

        var objects = Objects(made).ToList();
        Unique("action_id");
        Unique("block_id");
        Check(objects.Count(o => Text(o["style"]) == "primary") <= 1, "two primary buttons");
        Check(Text(blocks[0]!["type"]) != "divider" && Text(blocks[^1]!["type"]) != "divider", "a divider at an end");
        Check(!blocks.Zip(blocks.Skip(1)).Any(pair => Text(pair.First!["type"]) == "divider" && Text(pair.Second!["type"]) == "divider"), "two dividers");
        foreach (var o in objects)
            One(o);
        return wrong;

        void One(JsonObject o)
        {
            switch (Text(o["type"]))
            {
                case "header": Length(o["text"]!["text"], 150, "header"); break;
                case "section":
                    Check(o["text"] is not null || o["fields"] is JsonArray { Count: > 0 and <= 10 }, "section without text and fields");
                    foreach (var field in o["fields"]?.AsArray() ?? [])
                        Length(field!["text"], 2_000, "field");
                    break;
                case "context": Count(o["elements"], 10, "context"); break;
                case "actions": Count(o["elements"], 25, "actions"); break;
                case "alert": Length(o["text"]!["text"], 200, "alert"); break;
                case "plain_text" or "mrkdwn": Length(o["text"], 3_000, "text object"); break;
                case "image": Length(o["alt_text"], 2_000, "alt_text"); break;
                case "table":
                    Count(o["rows"], 100, "table");
                    Check(o["rows"]!.AsArray().All(row => row!.AsArray().Count is > 0 and <= 20), "table's columns");
                    Check(o["rows"]!.ToJsonString().Length < 60_000, "table");
                    break;
                case "text" or "link": Length(o["text"], 3_000, "cell"); break;
                case "button":
                    Length(o["text"]!["text"], 30, "button");
                    Check(o["value"] is null || Text(o["value"])!.Length <= 2_000, "value");
                    Check(o["url"] is null || Text(o["url"])!.Length <= 3_000, "url");
                    Check(o["accessibility_label"] is null || Text(o["accessibility_label"])!.Length <= 75, "accessibility_label");
                    Check(o["style"] is null || Text(o["style"]) == "primary", "style");
                    break;
                case "input": Length(o["label"]!["text"], 2_000, "label"); break;
                case "static_select" or "multi_static_select": Count(o["options"], 100, "options"); break;
                case "radio_buttons" or "checkboxes": Count(o["options"], 10, "options"); break;
                case "plain_text_input":
                    Check(o["max_length"] is null || (int)o["max_length"]! is > 0 and <= 3_000, "max_length");
                    Check(o["initial_value"] is null || Text(o["initial_value"])!.Length <= (int)(o["max_length"] ?? 3_000), "initial_value");
                    break;
            }

            foreach (var name in new[] { "action_id", "block_id" })
                Check(o[name] is null || Text(o[name])!.Length is > 0 and <= 255, name);
            if (o["placeholder"] is { } placeholder)
                Length(placeholder["text"], 150, "placeholder");
            foreach (var option in o["options"]?.AsArray() ?? [])
            {
                Length(option!["text"]!["text"], 75, "option");
                Length(option["value"], 150, "option's value");
            }

            if (o["initial_option"] is { } initial)
                Check(o["options"] is null || o["options"]!.AsArray().Any(option => JsonNode.DeepEquals(option, initial)), "initial_option");
        }

        void Check(bool isRight, string what)
        {
            if (!isRight)
                wrong.Add(what);
        }

        void Length(JsonNode? node, int most, string what) => Check(!string.IsNullOrWhiteSpace(Text(node)) && Text(node)!.Length <= most || what == "cell" && Text(node) == " ", $"{what} of {Text(node)?.Length}");

        void Count(JsonNode? node, int most, string what) => Check(node is JsonArray { Count: > 0 } array && array.Count <= most, $"{what} of {(node as JsonArray)?.Count}");

        void Unique(string name)
        {
            foreach (var twice in objects.Where(o => o[name] is not null).GroupBy(o => Text(o[name])).Where(g => g.Count() > 1))
                wrong.Add($"{name} {twice.Key} twice");
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(m => m.Value).SelectMany(Objects).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };
}
