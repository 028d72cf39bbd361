using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards;

namespace BotFramework.Tests.AdaptiveCardsTests;

public class WritingTests
{
    [Fact]
    public void A_card_is_indented_and_begins_with_type_and_version()
    {
        var card = new AdaptiveCard("1.5") { FallbackText = "Hello", Body = [new AdaptiveTextBlock("Hello")] };

        card.ToJson().ReplaceLineEndings("\n").ShouldBe(
            """
            {
              "type": "AdaptiveCard",
              "version": "1.5",
              "fallbackText": "Hello",
              "body": [
                {
                  "type": "TextBlock",
                  "text": "Hello"
                }
              ]
            }
            """);
    }

    [Fact]
    public void Enums_are_written_in_camel_case()
    {
        var text = new AdaptiveTextBlock("x")
        {
            Size = AdaptiveTextSize.ExtraLarge,
            Weight = AdaptiveTextWeight.Bolder,
            Color = AdaptiveTextColor.Attention,
            Spacing = AdaptiveSpacing.ExtraLarge,
            Style = AdaptiveTextBlockStyle.Heading,
            FontType = AdaptiveFontType.Monospace,
        };

        var json = Written(text);

        Texts(json, "size", "weight", "color", "spacing", "style", "fontType")
            .ShouldBe(["extraLarge", "bolder", "attention", "extraLarge", "heading", "monospace"]);
    }

    [Fact]
    public void A_container_style_that_was_chosen_is_written_even_when_it_is_the_default()
    {
        Written(new AdaptiveContainer { Style = AdaptiveContainerStyle.Default })["style"].GetValue<string>().ShouldBe("default");
        Written(new AdaptiveContainer())["style"].ShouldBeNull();
    }

    [Fact]
    public void Only_what_differs_from_the_default_is_written()
    {
        Members(new AdaptiveTextBlock("x")).ShouldBe(["type", "text"]);
        Members(new AdaptiveContainer()).ShouldBe(["type", "items"]);
        Members(new AdaptiveTable()).ShouldBe(["type"]);
        Members(new AdaptiveTextInput { Id = "i" }).ShouldBe(["type", "id"]);
        Members(new AdaptiveNumberInput { Id = "i" }).ShouldBe(["type", "id"]);
        Members(new AdaptiveToggleInput { Id = "i", Title = "t" }).ShouldBe(["type", "id", "title"]);
        Members(new AdaptiveImage("https://example.org/a.png")).ShouldBe(["type", "url"]);
    }

    [Fact]
    public void An_element_that_differs_from_true_says_so()
    {
        var table = Written(new AdaptiveTable { ShowGridLines = false, FirstRowAsHeaders = false, IsVisible = false });

        table["showGridLines"].GetValue<bool>().ShouldBeFalse();
        table["firstRowAsHeaders"].GetValue<bool>().ShouldBeFalse();
        table["isVisible"].GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public void Numbers_that_were_given_are_written_even_when_they_are_zero()
    {
        var json = Written(new AdaptiveNumberInput { Id = "i", Value = 0, Min = 0, Max = 2.5 });

        json["value"].GetValue<double>().ShouldBe(0);
        json["min"].GetValue<double>().ShouldBe(0);
        json["max"].GetValue<double>().ShouldBe(2.5);
    }

    [Theory]
    [InlineData("auto", "\"auto\"")]
    [InlineData("stretch", "\"stretch\"")]
    [InlineData("80px", "\"80px\"")]
    [InlineData("2", "2")]
    public void A_column_width_is_a_word_or_pixels_or_a_weight(string width, string expected)
    {
        var columns = Written(new AdaptiveColumnSet { Columns = [new AdaptiveColumn { Width = width }] })["columns"];

        columns[0]["width"].ToJsonString().ShouldBe(expected);
    }

    [Fact]
    public void Pixels_are_written_in_the_spelling_of_the_schema()
    {
        var image = Written(new AdaptiveImage("a.png") { PixelWidth = 40, PixelHeight = 20 });
        var container = Written(new AdaptiveContainer { PixelMinHeight = 80, Height = AdaptiveHeight.Stretch });

        Texts(image, "width", "height").ShouldBe(["40px", "20px"]);
        Texts(container, "minHeight", "height").ShouldBe(["80px", "stretch"]);
    }

    [Fact]
    public void A_background_image_is_its_address_unless_there_is_more_to_say()
    {
        var image = new AdaptiveBackgroundImage("https://example.org/a.png");

        Written(new AdaptiveContainer { BackgroundImage = image })["backgroundImage"].GetValue<string>().ShouldBe("https://example.org/a.png");
        image.FillMode = AdaptiveImageFillMode.RepeatVertically;
        Texts(Written(new AdaptiveContainer { BackgroundImage = image })["backgroundImage"], "url", "fillMode")
            .ShouldBe(["https://example.org/a.png", "repeatVertically"]);
    }

    [Fact]
    public void An_address_is_written_as_it_was_given()
    {
        var action = new AdaptiveOpenUrlAction { UrlString = "https://example.org/a b?q=ä#x" };

        WrittenAction(action)["url"].GetValue<string>().ShouldBe("https://example.org/a b?q=ä#x");
    }

    [Fact]
    public void A_refresh_carries_its_action_the_users_and_the_expiry()
    {
        var card = new AdaptiveCard("1.5")
        {
            Refresh = new AdaptiveRefresh
            {
                Action = new AdaptiveExecuteAction { Verb = "dag.refresh" },
                UserIds = ["29:ana"],
                Expires = new DateTime(2026, 11, 27, 16, 0, 0, DateTimeKind.Utc),
            },
        };

        var refresh = JsonNode.Parse(card.ToJson())["refresh"];

        refresh["action"]["verb"].GetValue<string>().ShouldBe("dag.refresh");
        refresh["userIds"][0].GetValue<string>().ShouldBe("29:ana");
        refresh["expires"].GetValue<string>().ShouldBe("2026-11-27T16:00:00Z");
    }

    [Fact]
    public void A_member_of_ours_is_written_beside_the_known_ones()
    {
        var card = new AdaptiveCard("1.5");
        card.AdditionalProperties["msteams"] = new Dictionary<string, object> { ["width"] = "Full", ["entities"] = new[] { 1, 2 } };

        JsonNode.Parse(card.ToJson())["msteams"].ToJsonString().ShouldBe("""{"width":"Full","entities":[1,2]}""");
    }

    [Theory]
    [InlineData("\"quoted\" \\ back")]
    [InlineData("line\nfeed\ttab\0nul\u2028separator")]
    [InlineData("<script>alert('x')</script> & <b>bold</b>")]
    [InlineData("‏עברית‎ مرحبا 👩‍👩‍👧 🇧🇷 ﷽")]
    [InlineData("{\"type\":\"AdaptiveCard\"}")]
    public void Any_text_comes_back_as_it_was(string text)
    {
        var card = new AdaptiveCard("1.5") { Body = [new AdaptiveTextBlock(text)], Actions = [new AdaptiveSubmitAction { Title = text }] };

        var read = AdaptiveCard.FromJson(card.ToJson()).Card;

        ((AdaptiveTextBlock)read.Body.Single()).Text.ShouldBe(text);
        read.Actions.Single().Title.ShouldBe(text);
    }

    [Fact]
    public void Letters_of_all_languages_stay_readable() =>
        new AdaptiveCard("1.5") { FallbackText = "“ä” <b> & 'é'" }.ToJson().ShouldContain("“ä” <b> & 'é'");

    [Fact]
    public void Half_of_a_surrogate_pair_does_not_spoil_the_card() =>
        Should.NotThrow(() => JsonDocument.Parse(new AdaptiveCard("1.5") { FallbackText = "cut \ud83d" }.ToJson()));

    private static JsonNode Written(AdaptiveElement element) =>
        JsonNode.Parse(new AdaptiveCard("1.5") { Body = [element] }.ToJson())["body"][0];

    private static JsonNode WrittenAction(AdaptiveAction action) =>
        JsonNode.Parse(new AdaptiveCard("1.5") { Actions = [action] }.ToJson())["actions"][0];

    private static string[] Members(AdaptiveElement element) => Written(element).AsObject().Select(member => member.Key).ToArray();

    private static string[] Texts(JsonNode json, params string[] members) =>
        members.Select(member => json[member].GetValue<string>()).ToArray();
}
