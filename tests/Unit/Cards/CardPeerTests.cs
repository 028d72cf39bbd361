using System.Text.Json.Nodes;

namespace Hausmeister.Tests.Cards;

/// <summary>What the published Adaptive Cards library for browsers says about our cards; Web Chat draws with it.</summary>
public sealed class CardPeerTests
{
    [Fact]
    public async Task The_library_of_browsers_reads_every_card_without_a_complaint()
    {
        var cards = new JsonArray([.. CardSamples.All().Select(c => new JsonObject { ["name"] = c.Name, ["card"] = JsonNode.Parse(c.Card.ToJson()) })]);
        (await Peer.ComplaintsAsync("validate.cjs", cards)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_library_does_complain_about_a_card_that_is_wrong()
    {
        var wrong = JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"x"},{"type":"Input.Text"},{"type":"TextBlock","text":"x","colour":"good"},{"type":"ActionSet","actions":[{"type":"Action.OpenUrl","url":"https://x.example","tooltipp":"x"}]}]}""");
        var complaints = await Peer.ComplaintsAsync("validate.cjs", [new JsonObject { ["name"] = "wrong", ["card"] = wrong }]);
        complaints.ShouldContain("TextBlok");
        complaints.ShouldContain("wrong: TextBlock has no colour in 1.5");
        complaints.ShouldContain("wrong: Action.OpenUrl has no tooltipp in 1.5");
    }
}
