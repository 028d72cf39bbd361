using System.Text.Json.Nodes;
using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Cards.Rendering;

namespace Hausmeister.Tests.Cards;

/// <summary>Whatever the card, Slack takes what is made of it.</summary>
public sealed class BlockKitLimitTests
{
    private static readonly SlackPlace Place = new("D0ANA", "1795698240.000100");
    private static readonly Lazy<List<(string Name, string Json)>> Made = new(() => [.. Cards().SelectMany(c => Both(c.Name, c.Card))]);

    [Fact]
    public void Every_card_keeps_within_Slack_s_limits() =>
        Made.Value.SelectMany(made => BlockLimits.Exceeded(JsonNode.Parse(made.Json)!).Select(what => $"{made.Name}: {what}")).ShouldBeEmpty();

    [Fact]
    public async Task Every_card_has_the_structure_that_Slack_s_types_say()
    {
        var made = new JsonArray([.. Made.Value.Select(m => new JsonObject { ["name"] = m.Name, ["json"] = JsonNode.Parse(m.Json) })]);
        (await Peer.ComplaintsAsync("blocks.cjs", made)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Slack_s_types_do_say_what_is_wrong()
    {
        var wrong = JsonNode.Parse("""{"text":"x","blocks":[{"type":"sectoin"},{"type":"header","text":{"type":"mrkdwn","text":"x"}},{"type":"section","colour":"red"},{"type":"actions","elements":[{"type":"button"}]}]}""");
        var complaints = await Peer.ComplaintsAsync("blocks.cjs", [new JsonObject { ["name"] = "wrong", ["json"] = wrong }]);
        complaints.ShouldContain("Slack knows no sectoin");
        complaints.ShouldContain("HeaderBlock");
        complaints.ShouldContain("SectionBlock");
        complaints.ShouldContain("ActionsBlock");
    }

    [Fact]
    public void The_same_card_is_the_same_message()
    {
        foreach (var (name, card) in Cards())
            BlockKit.Message(AdaptiveCard.FromJson(card.ToJson()).Card).ToJson().ShouldBe(BlockKit.Message(card).ToJson(), name);
    }

    private static IEnumerable<(string Name, AdaptiveCard Card)> Cards() => CardSamples.All().Concat(HugeCards.All());

    private static IEnumerable<(string Name, string Json)> Both(string name, AdaptiveCard card)
    {
        var message = BlockKit.Message(card).ToJson();
        yield return ($"{name}, message", message);
        if (message.Contains("\"type\":\"table\"", StringComparison.Ordinal))
            yield return ($"{name}, message without tables", BlockKit.Message(card, tables: false).ToJson());
        yield return ($"{name}, modal", BlockKit.Modal(card, Place, TriageBeginForm.Followed).ToJson());
        yield return ($"{name}, home", BlockKit.Home(card).ToJson());
    }
}
