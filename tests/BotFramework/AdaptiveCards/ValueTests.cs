using System.Text.Json;
using AdaptiveCards;

namespace BotFramework.Tests.AdaptiveCardsTests;

public class ValueTests
{
    // The real package is no System.Text.Json citizen; ours must be, because activities are written with it.
    public static bool IsOurs => typeof(AdaptiveCard).Assembly.GetReferencedAssemblies().All(name => name.Name != "Newtonsoft.Json");

    [Fact]
    public void Versions_compare_by_their_numbers()
    {
        AdaptiveSchemaVersion version = "1.5";

        version.ShouldBe(new AdaptiveSchemaVersion(1, 5));
        version.ToString().ShouldBe("1.5");
        (version == new AdaptiveSchemaVersion("1.5")).ShouldBeTrue();
        (version != null).ShouldBeTrue();
        (new AdaptiveSchemaVersion(1, 10) > version).ShouldBeTrue();
        (new AdaptiveSchemaVersion(0, 9) < version).ShouldBeTrue();
    }

    [Fact]
    public void Heights_are_a_word_or_pixels()
    {
        AdaptiveHeight.Parse("stretch").ShouldBe(AdaptiveHeight.Stretch);
        AdaptiveHeight pixels = 80u;
        pixels.IsPixel().ShouldBeTrue();
        pixels.ShouldBe(new AdaptiveHeight("80px"));
        (pixels == AdaptiveHeight.Auto).ShouldBeFalse();
    }

    [Fact]
    public void A_container_adds_and_enumerates_its_items()
    {
        var container = new AdaptiveContainer();
        container.Add(new AdaptiveTextBlock("a"));

        foreach (var element in container)
            element.ShouldBeOfType<AdaptiveTextBlock>().Text.ShouldBe("a");
        container.Items.Count.ShouldBe(1);
    }

    [Fact]
    public void A_fallback_of_drop_is_the_word()
    {
        var text = new AdaptiveTextBlock("x") { Fallback = new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop) };

        new AdaptiveCard("1.5") { Body = [text] }.ToJson().ShouldContain("\"fallback\": \"drop\"");
    }

    [Fact(SkipUnless = nameof(IsOurs), Skip = "Only ours is written by System.Text.Json")]
    public void A_card_inside_something_else_is_written_by_its_own_rules()
    {
        var attachment = new Dictionary<string, object> { ["content"] = new AdaptiveCard("1.5") { Body = [new AdaptiveTextBlock("x")] } };

        JsonSerializer.Serialize(attachment).ShouldBe(
            """{"content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x"}]}}""");
    }

    [Fact(SkipUnless = nameof(IsOurs), Skip = "Only ours is read by System.Text.Json")]
    public void A_card_inside_something_else_is_read_by_its_own_rules() =>
        JsonSerializer.Deserialize<AdaptiveCard>("""{"version": "1.5", "type": "AdaptiveCard", "x": 1}""")
            .AdditionalProperties["x"].ShouldBe(1L);
}
