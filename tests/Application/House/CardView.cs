using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hausmeister.ApplicationTests.House;

/// <summary>What a person sees of a message: its words and its buttons.</summary>
internal static class CardView
{
    /// <summary>Every button in the order of the card, as the action that its channel was given. What a button falls back to is no second one.</summary>
    public static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonObject o when (string?)(o["type"] as JsonValue) is "Action.Submit" or "Action.Execute" => [o],
        JsonObject o => o.Select(member => member.Value).SelectMany(Buttons),
        JsonArray a => a.SelectMany(Buttons),
        _ => [],
    };

    public static string Texts(JsonNode? node) => node switch
    {
        JsonObject o => Joined(o.Where(IsShown).Select(member => IsText(member) ? (string)member.Value! : Texts(member.Value))),
        JsonArray a => Joined(a.Select(Texts)),
        _ => "",
    };

    private static bool IsShown(KeyValuePair<string, JsonNode?> member) => member.Key is not ("data" or "fallback" or "fallbackText" or "channelData" or "from");

    private static bool IsText(KeyValuePair<string, JsonNode?> member) =>
        member.Key is "text" or "title" or "value" or "label" or "placeholder" && member.Value?.GetValueKind() == JsonValueKind.String;

    private static string Joined(IEnumerable<string> texts) => string.Join('\n', texts.Where(text => text.Length > 0));
}
