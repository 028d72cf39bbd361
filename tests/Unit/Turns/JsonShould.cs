using System.Text.Json.Nodes;

namespace Hausmeister.Tests.Turns;

internal static class JsonShould
{
    /// <summary>The same JSON, whatever its white space and the order of its members.</summary>
    public static void ShouldBeJson(this string actual, string expected) =>
        JsonNode.DeepEquals(JsonNode.Parse(actual), JsonNode.Parse(expected)).ShouldBeTrue($"{actual}\nshould be\n{expected}");
}
