using System.Text.Json.Nodes;
using AdaptiveCards;
using Hausmeister.Cards;

namespace Hausmeister.Tests.Cards;

/// <summary>What every card must keep to, on every channel.</summary>
public sealed class CardLintTests
{
    private const int MostBytes = 28 * 1024;
    private const int MostPrimaryActions = 6;
    private static readonly string[] Reserved = ["verb", "id", "rev", "card", "source"];

    private static readonly Dictionary<string, string> Cards = CardSamples.All().ToDictionary(c => c.Name, c => c.Card.ToJson());

    public static TheoryData<string> Names() => [.. Cards.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_keeps_within_the_limits(string name)
    {
        var json = JsonNode.Parse(Cards[name])!.AsObject();
        ((string?)json["version"]).ShouldBe("1.5");
        ((string?)json["fallbackText"]).ShouldNotBeNullOrWhiteSpace();
        System.Text.Encoding.UTF8.GetByteCount(json.ToJsonString()).ShouldBeLessThanOrEqualTo(MostBytes);
        (json["actions"]?.AsArray().Count ?? 0).ShouldBeLessThanOrEqualTo(MostPrimaryActions);
        Objects(json).Count(o => (string?)o["style"] == "positive").ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_button_says_a_verb_that_is_known_and_an_input_takes_no_key_of_its_data(string name)
    {
        var json = JsonNode.Parse(Cards[name])!;
        foreach (var action in Objects(json).Where(o => (string?)(o["type"] as JsonValue) == "Action.Execute"))
        {
            ((string?)action["data"]!["verb"]).ShouldBe((string?)action["verb"]);
            Known().ShouldContain((string?)action["verb"]);
        }
        foreach (var input in Objects(json).Where(o => ((string?)(o["type"] as JsonValue))?.StartsWith("Input.", StringComparison.Ordinal) == true))
            Reserved.ShouldNotContain((string?)input["id"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_button_has_a_submit_with_the_same_data_to_fall_back_to(string name)
    {
        foreach (var action in Objects(JsonNode.Parse(Cards[name])!).Where(o => (string?)(o["type"] as JsonValue) == "Action.Execute"))
        {
            var fallback = action["fallback"]!.AsObject();
            ((string?)fallback["type"]).ShouldBe("Action.Submit");
            foreach (var member in new[] { "title", "tooltip", "style", "associatedInputs", "data" })
                JsonNode.DeepEquals(fallback[member], action[member]).ShouldBeTrue(member);
        }
    }

    [Fact]
    public void Nobodys_words_become_a_link()
    {
        foreach (var (name, card) in Cards.Where(c => c.Key.EndsWith("(nasty)", StringComparison.Ordinal)))
            foreach (var block in Objects(JsonNode.Parse(card)!).Where(o => (string?)(o["type"] as JsonValue) == "TextBlock"))
                ((string)block["text"]!).ShouldNotContain("[bank](https://evil.example)", customMessage: name);
    }

    /// <summary>The samples are code, so the test reads it.</summary>
    [Fact]
    public void Every_card_has_a_sample()
    {
        var samples = string.Concat(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests", "Unit", "Cards"), "CardSamples*.cs").Select(File.ReadAllText));
        var cards = typeof(IssueCard).Assembly.GetExportedTypes().Where(type => type.GetMethods().Any(method => method.ReturnType == typeof(AdaptiveCard)));
        cards.Select(card => card.Name).Where(name => !samples.Contains($"{name}.Build(", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static HashSet<string?> Known() =>
        [.. typeof(Verbs).GetNestedTypes().SelectMany(t => t.GetFields()).Where(f => f.Name != "Prefix").Select(f => (string?)f.GetRawConstantValue())];

    /// <summary>What a button falls back to is no second one.</summary>
    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.Where(m => m.Key != "fallback").Select(m => m.Value).SelectMany(Objects).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };
}
