using System.Text.Json;
using AdaptiveCards;
using Hausmeister.Cards.Rendering;

namespace Hausmeister.Tests.Cards;

/// <summary>What the designed pairs do not show: how a card becomes blocks where it is unusual or too much.</summary>
public sealed class BlockKitRuleTests
{
    private static readonly SlackPlace Place = new("D0ANA", "1795698240.000100");

    [Fact]
    public void Data_that_is_too_long_for_a_button_is_kept_under_a_key_that_stays_the_same()
    {
        var card = Card([Line("x")], Button("Go", "go", new string('v', 3_000)));
        var message = BlockKit.Message(card);
        var value = Buttons(message).Single().Value!;
        value.ShouldBe(Buttons(BlockKit.Message(card)).Single().Value);
        JsonElement.Parse(message.Kept[Key(value)]).GetProperty("more").GetString()!.Length.ShouldBe(3_000);
        JsonElement.Parse(value).EnumerateObject().Count().ShouldBe(1);
    }

    [Fact]
    public void Metadata_that_is_too_long_for_a_modal_is_kept_and_the_message_is_still_named()
    {
        var modal = BlockKit.Modal(Card([Field("a")], Button("Go", "go", new string('v', 3_000))), Place);
        var metadata = JsonElement.Parse(modal.PrivateMetadata);
        metadata.GetProperty("channel").GetString().ShouldBe("D0ANA");
        modal.Kept.Keys.ShouldContain(Key(modal.PrivateMetadata));
    }

    [Fact]
    public void Text_beyond_three_sections_ends_in_the_card_s_own_link()
    {
        var texts = Sections(BlockKit.Message(Card([Small("[#482](https://x.example/482) · P3"), Line(Words(2_000))])));
        texts.Count.ShouldBe(3);
        texts[2].ShouldEndWith("… <https://x.example/482|#482>");
        texts.ShouldAllBe(text => !text.StartsWith(' ') && text.Length <= 3_000);
    }

    [Fact]
    public void Without_a_link_it_ends_in_a_button_that_shows_all_before_the_one_that_renews()
    {
        var card = Card([Line(Words(2_000))], Button("Go", "go"));
        card.Refresh = new AdaptiveRefresh { Action = Button("Again", "again") };
        var message = BlockKit.Message(card);
        Sections(message)[^1].ShouldEndWith("…");
        Buttons(message).Select(b => b.Text.Text).ShouldBe(["Go", "Show all", "Refresh"]);
        var kept = message.Kept[Key(Buttons(message)[1].Value!)];
        var all = BlockKit.Modal(AdaptiveCard.FromJson(kept).Card, Place);
        all.Submit.ShouldBeNull();
        all.Blocks.OfType<SlackActions>().ShouldNotBeEmpty();
    }

    [Fact]
    public void Where_there_are_too_many_items_ten_keep_their_buttons_and_what_matters_most_stays()
    {
        var message = BlockKit.Message(Card([Line("t"), Notice("**Late.**"), .. Items(60), Foot("No answer is fine.")], Positive("Go", "go")));
        var labels = Buttons(message).Select(b => b.Text.Text).ToList();
        labels.Count(label => label == "Take").ShouldBe(10);
        labels[^2..].ShouldBe(["Go", "Show all"]);
        Sections(message).ShouldContain("> *Late.*");
        Sections(message).ShouldContain(text => text.Contains("*11 Item*\n*12 Item*", StringComparison.Ordinal));
        message.Blocks.OfType<SlackContext>().Last().Elements[0].Text.ShouldBe("No answer is fine.");
        message.Blocks.ShouldNotContain(block => block is SlackDivider);
    }

    [Fact]
    public void What_has_no_room_at_all_is_counted()
    {
        var message = BlockKit.Message(Card([Line("t"), .. Items(30, Words(300)), Foot("No answer is fine.")], Positive("Go", "go")));
        Sections(message).ShouldContain(text => text.StartsWith("and ", StringComparison.Ordinal) && text.EndsWith(" more", StringComparison.Ordinal));
        Buttons(message).Select(b => b.Text.Text).ShouldContain("Show all");
        message.Blocks.OfType<SlackContext>().Last().Elements[0].Text.ShouldBe("No answer is fine.");
    }

    [Fact]
    public void Quotes_are_shortened_before_anything_is_left_out()
    {
        var quote = Words(100);
        var message = BlockKit.Message(Card([.. Enumerable.Range(0, 20).SelectMany(i => new AdaptiveElement[] { Line($"{i}"), Small($"Ana: “{quote}” at {i}") })]));
        message.Blocks.Count.ShouldBe(40);
        message.Blocks.OfType<SlackContext>().ShouldAllBe(context => context.Elements[0].Text.Length < 140 && context.Elements[0].Text.Contains("…” at"));
    }

    [Fact]
    public void An_empty_field_that_is_needed_makes_the_button_a_door()
    {
        var message = BlockKit.Message(Card([Field("a", isRequired: true)], Positive("Save", "save"), Button("Cancel", "x.cancel")));
        Buttons(message).Select(b => b.Text.Text).ShouldBe(["Save…", "Cancel"]);
        JsonElement.Parse(Buttons(message)[0].Value!).GetProperty("form").GetBoolean().ShouldBeTrue();
        message.Blocks.ShouldNotContain(block => block is SlackInput);
    }

    [Fact]
    public void Where_the_modal_could_not_be_opened_the_message_is_the_door()
    {
        var card = Card([Field("a")], Positive("Save", "save"));
        BlockKit.Message(card).Blocks.ShouldContain(block => block is SlackInput);
        Buttons(BlockKit.Message(card, fields: false)).Select(b => b.Text.Text).ShouldBe(["Save", "Edit…"]);
    }

    [Fact]
    public void A_notice_is_an_alert_in_a_modal_while_it_is_short()
    {
        SlackModal Modal(string text) => BlockKit.Modal(Card([Notice(text), Field("a")], Positive("Save", "save")), Place);
        Modal("**Late.** Look.").Blocks.OfType<SlackAlert>().Single().Level.ShouldBe("warning");
        Modal(Words(60)).Blocks.OfType<SlackSection>().First().Text!.Text.ShouldStartWith("> ");
    }

    [Fact]
    public void A_second_table_is_a_line_per_row_and_so_is_the_first_if_Slack_refused_it()
    {
        AdaptiveTable Table() => new()
        {
            Rows =
            [
                new AdaptiveTableRow { Cells = [Cell("Week"), Cell("Mon"), Cell("Fri")] },
                new AdaptiveTableRow { Cells = [Cell("30 Nov"), Cell("Bruno", "Level 2 Ana"), Cell("Clara", "for Ana")] },
            ],
        };
        const string Row = "*30 Nov* Bruno (Level 2 Ana) → Clara (for Ana)";
        var message = BlockKit.Message(Card([Table(), Table()]));
        message.Blocks.OfType<SlackTable>().Count().ShouldBe(1);
        Sections(message).ShouldBe([Row]);
        Sections(BlockKit.Message(Card([Table()]), tables: false)).ShouldBe([Row]);
    }

    [Fact]
    public void A_picture_that_Slack_cannot_fetch_is_one_that_was_uploaded_or_its_words()
    {
        var card = Card([new AdaptiveImage("data:image/png;base64,AAAA") { AltText = "Twelve weeks" }]);
        BlockKit.Message(card, files: new Dictionary<string, string> { ["data:image/png;base64,AAAA"] = "F123" }).Blocks.ShouldBe([new SlackImage("Twelve weeks") { SlackFile = new("F123") }]);
        BlockKit.Message(card).Blocks.OfType<SlackContext>().Single().Elements[0].Text.ShouldBe("Twelve weeks");
    }

    [Fact]
    public void The_text_says_the_card_in_plain_lines_or_as_the_card_says_that_it_is_read()
    {
        var card = Card([Line("**R&D** of [#1](https://x.example)"), Line("The card")], Button("Go", "go"));
        BlockKit.Message(card).Text.ShouldBe("The card.\nR&amp;D of #1\nButtons: Go");
        card.Speak = "One\nR&D";
        BlockKit.Message(AdaptiveCard.FromJson(card.ToJson()).Card).Text.ShouldBe("One\nR&amp;D");
    }

    [Fact]
    public void A_text_of_one_line_that_is_too_long_is_cut_and_says_so() => new[] { 2_999, 3_000, 3_001, 30_000 }.ShouldAllBe(length =>
        BlockKit.Message(new AdaptiveCard("1.5") { FallbackText = new string('x', length) }).Text == (length <= 3_000 ? new string('x', length) : $"{new string('x', 2_999)}…"));

    private static AdaptiveCard Card(IEnumerable<AdaptiveElement> body, params IEnumerable<AdaptiveAction> actions) =>
        new("1.5") { FallbackText = "The card.", Body = [.. body], Actions = [.. actions] };

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("words", count));

    private static AdaptiveTextBlock Line(string text) => new(text);

    private static AdaptiveTextBlock Small(string text) => new(text) { Size = AdaptiveTextSize.Small };

    private static AdaptiveTextBlock Foot(string text) => new(text) { Size = AdaptiveTextSize.Small, Spacing = AdaptiveSpacing.Medium };

    private static AdaptiveContainer Notice(string text) => new() { Style = AdaptiveContainerStyle.Warning, Items = [Line(text)] };

    private static AdaptiveTableCell Cell(params IEnumerable<string> lines) => new() { Items = [.. lines.Select(Line)] };

    private static AdaptiveTextInput Field(string id, bool isRequired = false) => new() { Id = id, Label = id, IsRequired = isRequired };

    private static IEnumerable<AdaptiveElement> Items(int count, string words = "Item") => Enumerable.Range(1, count).Select(i => new AdaptiveContainer
    {
        Separator = true,
        Items = [Line($"**{i} {words}**"), Small("P3"), new AdaptiveActionSet { Actions = [Button("Take", "take")] }],
    });

    private static AdaptiveExecuteAction Button(string title, string verb, string? more = null) => new()
    {
        Title = title,
        Verb = verb,
        Data = more is null ? new Dictionary<string, object> { ["verb"] = verb } : new Dictionary<string, object> { ["verb"] = verb, ["more"] = more },
    };

    private static AdaptiveExecuteAction Positive(string title, string verb)
    {
        var button = Button(title, verb);
        button.Style = "positive";
        return button;
    }

    private static List<SlackButton> Buttons(SlackMessage message) => [.. message.Blocks.OfType<SlackActions>().SelectMany(actions => actions.Elements)];

    private static List<string> Sections(SlackMessage message) => [.. message.Blocks.OfType<SlackSection>().Select(section => section.Text!.Text)];

    private static string Key(string value) => JsonElement.Parse(value).GetProperty("k").GetString()!;
}
