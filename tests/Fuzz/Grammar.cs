using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hausmeister.Fuzz;

/// <summary>
/// Spoils single members of a JSON tree: their type, length, depth, presence or name. What no tree can hold, such as a doubled member or half a
/// character, stands in it as a hole and is put into the text.
/// </summary>
internal sealed class Grammar(Random random)
{
    private const int MostChanges = 4;

    private readonly List<(string Hole, string Text)> holes = [];

    /// <returns>The text with up to four members spoilt; once in a while with none.</returns>
    public static string Spoil(Random random, JsonObject honest)
    {
        var grammar = new Grammar(random);
        for (var changes = random.Next(MostChanges + 1); changes > 0; changes--)
            grammar.Change(honest);
        var text = new StringBuilder(honest.ToJsonString());
        foreach (var (hole, content) in grammar.holes)
            text.Replace(hole, content);
        return text.ToString();
    }

    private void Change(JsonObject root)
    {
        var parents = Objects(root).Where(parent => parent.Count > 0).ToList();
        var parent = parents[random.Next(parents.Count)];
        var (name, value) = parent.ElementAt(random.Next(parent.Count));
        switch (random.Next(8))
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                parent[Hole(JsonSerializer.Serialize(name))] = value?.DeepClone();
                break;
            case 2:
                parent[Hole(JsonSerializer.Serialize(name))] = Strange();
                break;
            case 3:
                parent.Remove(name);
                parent[random.Next(2) == 0 ? name.ToUpperInvariant() : Shapes.Mark + name] = value;
                break;
            case 4:
                parent[Hole("\"\\udc00" + Shapes.Mark + "\"")] = Strange();
                break;
            default:
                parent[name] = Strange();
                break;
        }
    }

    private JsonNode? Strange() => random.Next(22) switch
    {
        0 => null,
        1 => true,
        2 => -1,
        3 => 1.5,
        4 => long.MaxValue,
        5 => "",
        6 => " ",
        7 => Shapes.Mark,
        8 => new JsonArray(),
        9 => new JsonObject(),
        10 => new JsonArray(new JsonObject { ["id"] = new JsonArray(1, null, "") }, null, 3),
        11 => new JsonObject { [""] = new JsonObject { ["id"] = null } },
        12 => Raw("1e400"),
        13 => Raw("-0.000000000000000000000000000000000000000000000000000000000001e-999"),
        14 => Raw("\"\\ud800\""),
        15 => Raw($"\"{Shapes.Mark}\\udfff\\u0000\\u202e\\ufeff\\n\\u001b[31m\""),
        16 => Raw($$"""{"\ud83d":"\ud83d"}"""),
        17 => Raw(Nested(random.Next(1, 200))),
        18 => Raw(Nested(random.Next(200, 20_000))),
        19 => new string('x', random.Next(1, 400_000)) + Shapes.Mark,
        20 => Raw($"[{string.Join(',', Enumerable.Repeat(random.Next(2) == 0 ? "null" : "{\"id\":\"okapi\",\"type\":\"mention\"}", random.Next(1, 6_000)))}]"),
        _ => string.Concat(Enumerable.Repeat("<at>&[](😀", random.Next(1, 5_000))),
    };

    private string Nested(int depth) => random.Next(2) == 0
        ? new string('[', depth) + new string(']', depth)
        : string.Concat(Enumerable.Repeat("{\"id\":", depth)) + "1" + new string('}', depth);

    private JsonValue Raw(string json) => JsonValue.Create(Hole(json));

    /// <returns>What stands for the text, as a name or as a value.</returns>
    private string Hole(string text)
    {
        var name = $"@@{holes.Count}@@";
        holes.Add(($"\"{name}\"", text));
        return name;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(member => Objects(member.Value)).Prepend(value),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
