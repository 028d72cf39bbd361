using System.Text.Json.Nodes;
using AdaptiveCards;
using Hausmeister.Cards.Rendering;

namespace Hausmeister.Tests.Cards;

/// <summary>Cards as they were designed, and the Slack messages and modals that were designed with them.</summary>
public sealed class BlockKitTests
{
    private const string ModalEnd = "-modal";

    private static readonly string Looks = Path.Combine(Checkout.Root, "tests", "Unit", "Cards", "Looks");

    public static TheoryData<string> Names() => [.. Directory.EnumerateFiles(Path.Combine(Looks, "slack"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_becomes_the_message_that_was_designed(string name)
    {
        var isModal = name.EndsWith(ModalEnd, StringComparison.Ordinal);
        var card = AdaptiveCard.FromJson(File.ReadAllText(Path.Combine(Looks, "cards", $"{(isModal ? name[..^ModalEnd.Length] : name)}.json"))).Card;
        var json = isModal ? BlockKit.Modal(card, new SlackPlace("D0ANA", "1795698240.000100")).ToJson() : BlockKit.Message(card).ToJson();

        JsonDifference.Between(JsonNode.Parse(File.ReadAllText(Path.Combine(Looks, "slack", $"{name}.json"))), JsonNode.Parse(json)).ShouldBeEmpty();
    }
}
