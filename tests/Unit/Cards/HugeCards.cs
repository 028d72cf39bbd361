using AdaptiveCards;

namespace Hausmeister.Tests.Cards;

/// <summary>Cards that nobody should make: each is beyond some limit of Slack's.</summary>
internal static class HugeCards
{
    private const string Nasty = "<!channel> *b* _i_ ~s~ `c` & > \u05d0 😀 ";

    public static IEnumerable<(string Name, AdaptiveCard Card)> All()
    {
        yield return ("nothing", Of([]));
        yield return ("nothing, and no fallback", new AdaptiveCard("1.5"));
        yield return ("nothing but spaces", Of([new AdaptiveTextBlock("  \n "), Title(" ")]));
        yield return ("sixty items", Of([Title("t"), .. Items(60, "Item", buttons: true), Foot("foot")], Button("Go", "go", "positive")));
        yield return ("three hundred items", Of([Title("t"), .. Items(300, string.Concat(Enumerable.Repeat(Nasty, 8)), buttons: true), Foot("foot")], Button("Go", "go", "positive")));
        yield return ("sixty rows", Of([Title("t"), .. Rows(60, "Row", "Open"), Foot("foot")]));
        yield return ("long rows", Of([Title(Text(400)), .. Rows(60, Text(300), new string('x', 200))]));
        yield return ("long texts", Of([Title(Text(2_000)), Line(Text(20_000)), Notice(Text(20_000)), Foot(Text(20_000))], Button("Go", "go", "positive")));
        yield return ("long texts with a link", Of([Small($"[#1](https://x.example/1) · {Text(20)}"), Title("t"), Line($"**a** {Text(20_000)}"), Notice(Text(20_000)), Foot($"[x](https://x.example) {Text(9_000)}")]));
        yield return ("an unbroken text", Of([Line(new string('&', 30_000)), Line($"**{new string('x', 30_000)}**")]));
        yield return ("accents without end", Of([Title("a" + new string('\u0301', 5_000)), Line("a" + new string('\u0301', 9_000))], Button("a" + new string('\u0301', 500), "go")));
        yield return ("a hundred buttons", Of([Line("x"), new AdaptiveActionSet { Actions = [.. Enumerable.Range(0, 100).Select(i => Button($"Button {i}", "go"))] }]));
        yield return ("heavy buttons", Of([Line("x")], [.. Enumerable.Range(0, 6).Select(_ => Button(Text(300), new string('v', 400), more: Text(1_900)))]));
        yield return ("heavier buttons", Of([Line("x")], [.. Enumerable.Range(0, 6).Select(_ => Button("Go", "go", more: Text(5_000)))]));
        yield return ("a hundred facts", Of([new AdaptiveFactSet { Facts = [.. Enumerable.Range(0, 100).Select(i => new AdaptiveFact($"F{i}", "v"))] }]));
        yield return ("long facts", Of([new AdaptiveFactSet { Facts = [new("A", Text(6_000)), new(Text(3_000), "b"), new("", ""), new("T", "")] }]));
        yield return ("a long short fact", Of([new AdaptiveFactSet { Facts = [new(Text(4_000), "b")] }]));
        yield return ("tables", Of([Table(3, 4), Table(2, 3), Table(30, 3), Table(3, 150)]));
        yield return ("a table too large", Of([Table(4, 90, Text(400))]));
        yield return ("a table with holes", Of([new AdaptiveTable { Rows = [new AdaptiveTableRow { Cells = [Cell("a"), Cell("")] }, new AdaptiveTableRow { Cells = [Cell("a")] }] }, new AdaptiveTable { Rows = [new AdaptiveTableRow()] }]));
        yield return ("pictures", Of([new AdaptiveImage("https://x.example/a.png"), new AdaptiveImage("data:image/png;base64,AAAA") { AltText = Text(3_000) }, new AdaptiveImage($"https://x.example/{new string('a', 4_000)}") { AltText = "x" }]));
        yield return ("many fields", Of([Title(Text(60)), .. Enumerable.Range(0, 120).Select(i => Field(i, required: i % 3 == 0)), Foot("f")], Button(Text(80), "send", "positive"), Button(Text(80), "x.cancel")));
        yield return ("two fields", Of([Field(1), Field(2)], Button("Send", "send", "positive", Text(4_000))));
        yield return ("fields in items", Of([Title("t"), .. Enumerable.Range(0, 40).Select(i => Item(Line($"**{i}** {Nasty}"), Field(i)))], Button("Save", "save", "positive")));
        yield return ("choices", Of([.. new[] { 0, 1, 10, 11, 100, 101, 400 }.SelectMany(n => new[] { Choices(n, false, AdaptiveChoiceInputStyle.Compact), Choices(n, false, AdaptiveChoiceInputStyle.Expanded), Choices(n, true, AdaptiveChoiceInputStyle.Expanded) })], Button("Send", "send", "positive")));
        yield return ("odd fields", Of([
            new AdaptiveNumberInput { Id = "n", Value = 3, Min = 1, Max = 9.5, Placeholder = Text(200) },
            new AdaptiveDateInput { Id = "d", Value = "soon" }, new AdaptiveTimeInput { Id = "t", Value = "17:00" },
            new AdaptiveToggleInput { Id = "o", Value = "true", Title = Text(200), IsRequired = true }, new AdaptiveToggleInput { Id = "p" },
            new AdaptiveTextInput { Id = new string('i', 400), Value = Text(9_000), MaxLength = 9_000, Label = Text(3_000) }], Button("Send", "send", "positive")));
        yield return ("fields of one name", Of([Field(1), Field(1), new AdaptiveTextInput { Id = "f2", Label = "  " }], Button("Send", "send", "positive")));
        yield return ("links that lead nowhere", Of([Line($"[a](javascript:alert(1)) [b](https://x.example/?a=1&b=<2>|3) [c]( ) [](https://x.example) [{Nasty}](mailto:a@x.example) [Clara](tel:+551) [")],
            new AdaptiveOpenUrlAction { Title = "Open", UrlString = "javascript:alert(1)" }, new AdaptiveOpenUrlAction { Title = "", Url = new Uri($"https://x.example/{new string('a', 4_000)}") }));
        yield return ("columns", Of([new AdaptiveColumnSet { Columns = [.. Enumerable.Range(0, 14).Select(i => new AdaptiveColumn { Style = AdaptiveContainerStyle.Accent, Items = [Line(Text(300 * i))] })] }, new AdaptiveColumnSet { Columns = [new AdaptiveColumn { Items = [Line("a"), Field(1)] }, new AdaptiveColumn()] }]));
    }

    private static AdaptiveCard Of(IEnumerable<AdaptiveElement> body, params IEnumerable<AdaptiveAction> actions) => new("1.5") { FallbackText = Text(60), Body = [.. body], Actions = [.. actions] };

    private static string Text(int length) => string.Concat(Enumerable.Repeat(Nasty, 1 + (length / Nasty.Length)))[..length];

    private static AdaptiveTextBlock Line(string text) => new(text) { Wrap = true };

    private static AdaptiveTextBlock Title(string text) => new(text) { Size = AdaptiveTextSize.Large, Style = AdaptiveTextBlockStyle.Heading };

    private static AdaptiveTextBlock Small(string text) => new(text) { Size = AdaptiveTextSize.Small, IsSubtle = true };

    private static AdaptiveTextBlock Foot(string text) => new(text) { Size = AdaptiveTextSize.Small, Spacing = AdaptiveSpacing.Medium };

    private static AdaptiveContainer Notice(string text) => new() { Style = AdaptiveContainerStyle.Warning, Items = [Line(text)] };

    private static AdaptiveContainer Item(params IEnumerable<AdaptiveElement> items) => new() { Separator = true, Items = [.. items] };

    private static IEnumerable<AdaptiveContainer> Items(int count, string words, bool buttons) => Enumerable.Range(1, count).Select(i => Item(
        [Line($"**{i} {words}**"), Small($"Somebody: “{words}”"), .. buttons ? (AdaptiveElement[])[new AdaptiveActionSet { Actions = [Button("Take", "take"), Button("Ask", "ask")] }] : []]));

    private static IEnumerable<AdaptiveContainer> Rows(int count, string words, string tooltip) => Enumerable.Range(1, count).Select(i => new AdaptiveContainer
    {
        Style = AdaptiveContainerStyle.Emphasis,
        SelectAction = new AdaptiveExecuteAction { Title = $"{i} {words}", Tooltip = tooltip, Verb = "open", Data = new Dictionary<string, object> { ["verb"] = "open", ["id"] = $"{i}" } },
        Items = [Line($"**{i} {words}**"), Small(words)],
    });

    private static AdaptiveExecuteAction Button(string title, string verb, string? style = null, string? more = null) => new()
    {
        Title = title,
        Verb = verb,
        Style = style,
        Data = new Dictionary<string, object> { ["verb"] = verb, ["id"] = "x", ["rev"] = 1, ["more"] = more ?? "" },
    };

    private static AdaptiveTextInput Field(int i, bool required = false) => new() { Id = $"f{i}", Label = $"Field {i}", IsRequired = required, Value = i % 2 == 0 ? Text(200) : null };

    private static AdaptiveChoiceSetInput Choices(int count, bool multi, AdaptiveChoiceInputStyle style) => new()
    {
        Id = $"c{count}{multi}{style}",
        IsMultiSelect = multi,
        Style = style,
        Value = multi ? "v0,v1" : "v0",
        Choices = [.. Enumerable.Range(0, count).Select(i => new AdaptiveChoice { Title = i == 1 ? "" : Text(100), Value = i == 3 ? new string('v', 200) : $"v{i}" })],
    };

    private static AdaptiveTable Table(int columns, int rows, string? words = null) => new()
    {
        Rows = [.. Enumerable.Range(0, rows).Select(r => new AdaptiveTableRow { Cells = [.. Enumerable.Range(0, columns).Select(c => Cell(words ?? (c == 2 ? "" : $"**{r}** [{c}](https://x.example)")))] })],
    };

    private static AdaptiveTableCell Cell(string text) => new() { Items = [Line(text)] };
}
