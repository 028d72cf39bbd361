using System.Text.Json.Nodes;
using AdaptiveCards;
using Hausmeister.Cards.Rendering;

namespace Hausmeister.Tests.Cards;

/// <summary>However long an address is and wherever it stands, Slack takes the message, each link is whole, and what is none has its words.</summary>
public sealed class LongLinkTests
{
    private const string Name = "the runbook";

    /// <summary>Each length around a field's 2,000 and a text's 3,000, as something stands beside the address; and some around the others.</summary>
    private static readonly int[] Lengths =
        [60, 299, 301, 980, 1_000, .. Enumerable.Range(1_965, 37), 2_500, .. Enumerable.Range(2_965, 37), 3_500, 10_900, 12_000, 30_000];

    private static readonly (string Name, Func<string, IEnumerable<AdaptiveElement>> Body)[] Places =
    [
        ("a line", link => [Line(link)]),
        ("a bold line", link => [Line($"**Read {link} first**")]),
        ("a line among others", link => [Line("before"), Line($"See {link}, then"), Line("after")]),
        ("a line of many", link => [Line(string.Join(' ', Enumerable.Repeat(link, 5)))]),
        ("a long line", link => [Line($"{Text(2_950)} {link} {Text(7_000)}")]),
        ("the kicker over a long line", link => [Small($"{link} · P3"), Line(Text(12_000))]),
        ("small lines", link => [Line("t"), Small(link), Small($"{Text(2_900)} {link} {Text(500)}")]),
        ("a foot", link => [Line("t"), new AdaptiveTextBlock(link) { Size = AdaptiveTextSize.Small, Spacing = AdaptiveSpacing.Medium }]),
        ("a title", link => [new AdaptiveTextBlock(link) { Size = AdaptiveTextSize.Large }]),
        ("a notice", link => [new AdaptiveContainer { Style = AdaptiveContainerStyle.Warning, Items = [Line($"**Late.** {link}")] }]),
        ("a tile", link => [new AdaptiveColumnSet { Columns = [Column("Now"), Column(link), Column($"{Text(1_990)} {link}")] }]),
        ("a fact", link => [new AdaptiveFactSet { Facts = [new("Doc", link), new(link, "x")] }]),
        ("a long fact", link => [new AdaptiveFactSet { Facts = [new("Doc", $"{link} {Text(40)}")] }]),
        ("an item", link => [new AdaptiveContainer { Separator = true, Items = [Line($"**{link}**"), Small(link), new AdaptiveActionSet { Actions = [Leading("Open", "https://x.example/")] }] }]),
        ("a row", link => [Row(link, "Open"), Row(link, "Open this very long one")]),
        ("a table", link => [new AdaptiveTable { Rows = [Cells("Week", "Doc"), Cells("30 Nov", link)] }]),
        ("a second table", link => [.. Enumerable.Repeat(0, 2).Select(_ => new AdaptiveTable { Rows = [Cells("Week", "Doc"), Cells(link, link)] })]),
        ("a number to dial", _ => [Line($"{Text(2_960)} [+55 11 5555 0100](tel:+551155550100) [Clara](tel:+551155550100)")]),
    ];

    public static TheoryData<string> AllPlaces => [.. Places.Select(place => place.Name)];

    [Theory]
    [MemberData(nameof(AllPlaces))]
    public void A_link_is_whole_or_its_words_and_keeps_within_the_limits(string place)
    {
        var body = Places.Single(p => p.Name == place).Body;
        foreach (var length in Lengths)
        {
            // Every third is longer as it is written for Slack.
            var address = Address(length, length % 3 == 0 ? "a&" : "a");
            foreach (var made in Made(Card(body($"[{Name}]({address})"))))
            {
                BlockLimits.Exceeded(made).ShouldBeEmpty($"{length}");
                Mrkdwn(made).SelectMany(SlackWords.Calls).ShouldAllBe(call => IsWhole(call, address), $"{length}");
                if (place is not "a number to dial")
                    made.ToJsonString().ShouldContain(Name, customMessage: $"{length}");
            }
        }
    }

    [Theory]
    [InlineData(3_000, true)]
    [InlineData(3_001, false)]
    public void In_a_text_of_3000_the_longest_link_that_fits_is_one(int length, bool isLink)
    {
        var address = Address(length - $"<|{Name}>".Length);
        Texts(Line($"[{Name}]({address})")).ShouldBe([isLink ? $"<{address}|{Name}>" : Name]);
    }

    [Theory]
    [InlineData(2_000, true)]
    [InlineData(2_001, false)]
    public void In_a_field_of_2000_it_is_as_well(int length, bool isLink)
    {
        var address = Address(length - $"<|{Name}>".Length);
        var section = BlockKit.Message(Card(new AdaptiveFactSet { Facts = [new("", $"[{Name}]({address})")] })).Blocks.OfType<SlackSection>().Single();
        section.Fields!.Single().Text.ShouldBe(isLink ? $"<{address}|{Name}>" : Name);
    }

    [Fact]
    public void A_text_is_split_before_a_link_and_not_within_its_words()
    {
        var link = $"<https://x.example/|{Name}>";
        Texts(Line($"{Text(2_985)} [{Name}](https://x.example/) and more")).ShouldBe([Text(2_985).TrimEnd(), $"{link} and more"]);
    }

    [Fact]
    public void A_text_that_is_too_long_ends_in_no_link_that_takes_the_room_of_the_text()
    {
        var message = BlockKit.Message(Card(Small($"[{Name}]({Address(1_200)})"), Line(Text(12_000))));
        message.Blocks.OfType<SlackSection>().Last().Text!.Text.ShouldEndWith("xxx…");
        message.Blocks.OfType<SlackActions>().Last().Elements.Single().Text.Text.ShouldBe("Show all");
    }

    [Theory]
    [InlineData(3_000, 1)]
    [InlineData(3_001, 0)]
    public void A_button_and_a_picture_lead_nowhere_beyond_3000(int length, int count)
    {
        var message = BlockKit.Message(new AdaptiveCard("1.5") { Body = [Line("x"), new AdaptiveImage(Address(length)) { AltText = Name }], Actions = [Leading("Open", Address(length))] });
        message.Blocks.OfType<SlackActions>().Count().ShouldBe(count);
        message.Blocks.OfType<SlackImage>().Count().ShouldBe(count);
        message.ToJson().ShouldContain(Name);
    }

    [Fact]
    public void Buttons_that_are_too_long_together_are_in_what_shows_all()
    {
        var card = new AdaptiveCard("1.5") { Body = [Line("x")], Actions = [.. Enumerable.Range(1, 5).Select(i => Leading($"Open {i}", Address(2_900))), Leading("Short", "https://x.example/")] };
        var message = BlockKit.Message(card);
        BlockLimits.Exceeded(JsonNode.Parse(message.ToJson())!).ShouldBeEmpty();
        message.Blocks.OfType<SlackActions>().Single().Elements.Select(button => button.Text.Text).ShouldBe(["Short", "Show all"]);
        BlockKit.Modal(AdaptiveCard.FromJson(message.Kept.Values.Single()).Card, place: null).Blocks.OfType<SlackActions>().Single().Elements.Count.ShouldBe(6);
    }

    private static bool IsWhole(string call, string address) => call.Split('|') is [var target, { Length: > 0 }]
        && (target == address.Replace("&", "&amp;", StringComparison.Ordinal) || target is "https://x.example/" or "tel:+551155550100");

    private static IEnumerable<JsonNode> Made(AdaptiveCard card) =>
        new[] { BlockKit.Message(card).ToJson(), BlockKit.Message(card, tables: false).ToJson(), BlockKit.Modal(card, place: null).ToJson(), BlockKit.Home(card).ToJson() }.Select(json => JsonNode.Parse(json)!);

    private static IEnumerable<string> Texts(AdaptiveElement element) => BlockKit.Message(Card(element)).Blocks.OfType<SlackSection>().Select(section => section.Text!.Text);

    private static IEnumerable<string> Mrkdwn(JsonNode? node) => node switch
    {
        JsonObject o when o["type"] is JsonValue type && type.ToString() == "mrkdwn" => [(string)o["text"]!],
        JsonObject o => o.SelectMany(member => Mrkdwn(member.Value)),
        JsonArray a => a.SelectMany(Mrkdwn),
        _ => [],
    };

    private static string Address(int length, string filler = "a") => $"https://x.example/?{string.Concat(Enumerable.Repeat(filler, length))}"[..length];

    private static string Text(int length) => string.Concat(Enumerable.Repeat("xxx ", length))[..length];

    private static AdaptiveCard Card(params IEnumerable<AdaptiveElement> body) => new("1.5") { FallbackText = "The card.", Body = [.. body] };

    private static AdaptiveTextBlock Line(string text) => new(text);

    private static AdaptiveTextBlock Small(string text) => new(text) { Size = AdaptiveTextSize.Small };

    private static AdaptiveColumn Column(string text) => new() { Style = AdaptiveContainerStyle.Accent, Items = [Line(text)] };

    private static AdaptiveTableRow Cells(params IEnumerable<string> texts) => new() { Cells = [.. texts.Select(text => new AdaptiveTableCell { Items = [Line(text)] })] };

    private static AdaptiveContainer Row(string link, string tooltip) => new()
    {
        SelectAction = new AdaptiveExecuteAction { Title = "Open", Tooltip = tooltip, Verb = "open" },
        Items = [Line($"**{link}**"), Small(link)],
    };

    private static AdaptiveOpenUrlAction Leading(string title, string address) => new() { Title = title, Url = new Uri(address) };
}
