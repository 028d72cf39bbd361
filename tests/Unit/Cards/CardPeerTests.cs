using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Hausmeister.Tests.Cards;

/// <summary>What the published Adaptive Cards library for browsers says about our cards; Web Chat draws with it.</summary>
public sealed class CardPeerTests
{
    [Fact]
    public async Task The_library_of_browsers_reads_every_card_without_a_complaint()
    {
        var cards = new JsonArray([.. CardSamples.All().Select(c => new JsonObject { ["name"] = c.Name, ["card"] = JsonNode.Parse(c.Card.ToJson()) })]);
        (await ComplaintsAsync(cards)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_library_does_complain_about_a_card_that_is_wrong()
    {
        var wrong = JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"x"},{"type":"Input.Text"},{"type":"TextBlock","text":"x","colour":"good"},{"type":"ActionSet","actions":[{"type":"Action.OpenUrl","url":"https://x.example","tooltipp":"x"}]}]}""");
        var complaints = await ComplaintsAsync([new JsonObject { ["name"] = "wrong", ["card"] = wrong }]);
        complaints.ShouldContain("TextBlok");
        complaints.ShouldContain("wrong: TextBlock has no colour in 1.5");
        complaints.ShouldContain("wrong: Action.OpenUrl has no tooltipp in 1.5");
    }

    private static async Task<string> ComplaintsAsync(JsonArray cards)
    {
        var peers = Path.Combine(Checkout.Root, "tests", "peers");
        var script = Path.Combine(Checkout.Root, "tests", "Unit", "Cards", "validate.cjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, peers])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(cards.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}
