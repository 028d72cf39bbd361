using AdaptiveCards;

namespace BotFramework.Tests.AdaptiveCardsTests;

/// <summary>Finished cards, as the bot shows them: every member is understood or carried along.</summary>
public class LooksTests
{
    public static TheoryData<string> Cards => [.. Directory.GetFiles(Folder, "*.json").Select(Path.GetFileName)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "AdaptiveCards", "Data");

    [Theory]
    [MemberData(nameof(Cards))]
    public void Nothing_is_lost_from_reading_to_writing(string file)
    {
        var json = File.ReadAllText(Path.Combine(Folder, file));

        var result = AdaptiveCard.FromJson(json);

        result.Warnings.ShouldBeEmpty();
        JsonTrees.Lines(result.Card.ToJson()).ShouldBe(JsonTrees.Lines(json));
    }

    [Fact]
    public void There_are_cards_to_read() => Cards.Count.ShouldBeGreaterThan(5);

    [Theory]
    [MemberData(nameof(Cards))]
    public void Only_the_address_of_the_schema_is_unknown(string file)
    {
        var card = AdaptiveCard.FromJson(File.ReadAllText(Path.Combine(Folder, file))).Card;

        card.AdditionalProperties.Keys.ShouldBe(["$schema"]);
        card.Body.SelectMany(element => element.AdditionalProperties.Keys).ShouldBeEmpty();
        card.Actions.SelectMany(action => action.AdditionalProperties.Keys).ShouldBeEmpty();
    }
}
