using System.Text.Json.Nodes;

namespace BotFramework.Tests.AdaptiveCardsTests;

/// <summary>Compares cards as trees.</summary>
internal static class JsonTrees
{
    // What these members hold by default, in the schema.
    private static readonly string[] Defaults =
        ["size: default", "weight: default", "style: compact", "firstRowAsHeaders: true"];

    // Members whose texts are names of the schema, where case does not matter.
    private static readonly string[] Names =
        ["size", "weight", "color", "spacing", "style", "horizontalAlignment", "verticalContentAlignment", "associatedInputs"];

    /// <summary>One line per value in the tree, "path: value", in a comparable form and without defaults.</summary>
    public static string[] Lines(string json) => Lines(JsonNode.Parse(json), "", "").Order(StringComparer.Ordinal).ToArray();

    private static IEnumerable<string> Lines(JsonNode node, string path, string name) => node switch
    {
        JsonObject members => members.SelectMany(member => Lines(member.Value, $"{path}/{member.Key}", member.Key)),
        JsonArray items => items.SelectMany((item, index) => Lines(item, $"{path}/{index}", name)),
        _ => Leaf(path, name, node?.ToJsonString() ?? "null"),
    };

    private static IEnumerable<string> Leaf(string path, string name, string value)
    {
        var comparable = Names.Contains(name) ? value.ToLowerInvariant() : value;
        return Defaults.Contains($"{name}: {comparable.Trim('"')}") ? [] : [$"{path}: {comparable}"];
    }
}
