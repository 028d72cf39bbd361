using System.Text.Json.Nodes;
using AdaptiveCards;
using CsCheck;
using Hausmeister.Cards.Rendering;

namespace Hausmeister.Tests.Cards;

/// <summary>People's words stay words: nobody makes the bot call somebody, lead somewhere or shout.</summary>
public sealed class SlackTextTests
{
    private static readonly string[] Pieces =
    [
        "<!channel>", "<!here|x>", "<@U0123456>", "<#C0123456|general>", "<https://evil.example|bank>", "[bank](https://evil.example)", "mailto:a@b.example",
        "<", ">", "&", "|", "&lt;!channel&gt;", "&amp;lt;", "*", "_", "~", "`", "```", "**", "\\", "\n", "> quote", "\n>", " ", "a", "my_sales", "2*3", ":tada:", ":+1:", ":wave::skin-tone-2:", "10:30:45", ":", "@here",
        "\u2060", "\u202e", "\u05d0", "😀", "“", "”", "¦", "(", ")", "]", "!",
    ];

    private static readonly Gen<string> Nasty = Gen.OneOf(Gen.Select(Gen.Int[0, Pieces.Length - 1].Array[0, 14], pieces => string.Concat(pieces.Select(piece => Pieces[piece]))), Gen.String[0, 60]);

    [Theory]
    [InlineData("R&D <!here> <@U1> <#C1> a < b", "R&amp;D &lt;\u2060!here&gt; &lt;\u2060@U1&gt; &lt;\u2060#C1&gt; a &lt; b")]
    [InlineData("> said\n> that", "\u2060&gt; said\n\u2060&gt; that")]
    [InlineData("*b* a*b", "∗b∗ a∗b")]
    [InlineData("_x_ ~y~ `z` my_sales ~5 min", "ˍxˍ ∼y∼ ˋzˋ my_sales ~5 min")]
    [InlineData("_a\nb_", "_a\nb_")]
    [InlineData(":tada: a:+1:b :wave::skin-tone-2:", ":\u2060tada: a:\u2060+1:b :\u2060wave::\u2060skin-tone-2:")]
    [InlineData("10:30:45 :100: 2026-11-26T10:30:00+00:00 at 13:03: a: b: ::", "10:30:45 :\u2060100: 2026-11-26T10:30:00+00:00 at 13:03: a: b: ::")]
    [InlineData("```\ncode\n```", "ˋˋˋ\ncode\nˋˋˋ")]
    public void Literal_words_format_nothing(string words, string shown) => SlackText.Literal(words).ShouldBe(shown);

    [Theory]
    [InlineData("**Not confirmed.** Your shift", "*Not confirmed.* Your shift")]
    [InlineData("a ** b ** c", "a  *b*  c")]
    [InlineData("**Ana**lysis and ana**lysis**", "*Analysis* and *analysis*")]
    [InlineData("**one\n\ntwo**", "*one*\n*two*")]
    [InlineData("**a** **b**", "*a* *b*")]
    [InlineData("**a**", "*a*")]
    [InlineData("** **x", " x")]
    [InlineData("2 ** 3", "2 ∗∗ 3")]
    [InlineData(@"\*\*x\*\* **y\*\*z**", "∗∗x∗∗ *y∗∗z*")]
    [InlineData("[#1](https://x.example/?a=1&b=2|3)", "<https://x.example/?a=1&amp;b=2%7C3|#1>")]
    [InlineData("**[#1](https://x.example/) done**", "*<https://x.example/|#1> done*")]
    [InlineData("**[ x ](https://x.example/)** y", "*<https://x.example/| x >* y")]
    [InlineData("[a|b <!here>](https://x.example/)", "<https://x.example/|a¦b &lt;\u2060!here&gt;>")]
    [InlineData("[+55 11](tel:+5511)", "<tel:+5511|+55 11>")]
    [InlineData("**:ta**da: [:tada:](https://x.example/)", "*:\u2060tada*: <https://x.example/|:\u2060tada:>")]
    [InlineData("[Clara](tel:+5511)", "<tel:+5511|Clara +5511>")]
    [InlineData("[x](javascript:alert) [y](file:///etc) **z**", "x y *z*")]
    public void A_card_s_Markdown_is_Slack_s(string markdown, string shown) => SlackText.Mrkdwn(MarkdownReader.Read(markdown)).ShouldBe(shown);

    [Fact]
    public void Whatever_is_written_calls_nobody_and_formats_nothing() => Nasty.Sample(
        words =>
        {
            var shown = SlackText.Literal(words);
            SlackWords.Calls(shown).ShouldBeEmpty();
            SlackWords.Formats(shown).ShouldBeEmpty();
            SlackWords.Emoji(shown).ShouldBeEmpty();
            SlackWords.Read(shown).ShouldBe(words.Replace("\u2060", "", StringComparison.Ordinal));
        },
        iter: 5_000);

    [Fact]
    public void What_is_bold_is_closed_in_its_line_and_ends_at_words() => Gen.Select(Nasty, Nasty, Nasty).Sample(
        (a, b, c) =>
        {
            var shown = SlackText.Mrkdwn(new([new(a), new(b, Bold: true), new(c)]));
            shown.Split('\n').ShouldAllBe(line => line.Count(letter => letter == '*') % 2 == 0);
            foreach (var bold in SlackWords.Formats(shown))
                bold.ShouldStartWith("*");
        },
        iter: 5_000);

    /// <summary>Links in a card lead where the card's author says, whatever people write.</summary>
    [Fact]
    public void In_no_card_do_people_s_words_call_or_lead()
    {
        var ours = CardSamples.With("plain").Concat(CardSamples.With("other words")).SelectMany(c => Targets(c.Card)).ToHashSet();
        Nasty.Where(words => !string.IsNullOrWhiteSpace(words)).Sample(
            words =>
            {
                foreach (var (name, card) in CardSamples.With(words))
                    Targets(card).Where(target => !ours.Contains(target)).ShouldBeEmpty(name);
            },
            iter: 20, threads: 1);
    }

    private static IEnumerable<string> Targets(AdaptiveCard card)
    {
        var message = BlockKit.Message(card);
        SlackWords.Calls(message.Text).ShouldBeEmpty();
        return Mrkdwn(JsonNode.Parse(message.ToJson())).SelectMany(SlackWords.Calls).Select(call => call.Split('|')[0]);
    }

    private static IEnumerable<string> Mrkdwn(JsonNode? node) => node switch
    {
        JsonObject o when o["type"] is JsonValue type && type.ToString() == "mrkdwn" => [(string)o["text"]!],
        JsonObject o => o.SelectMany(member => Mrkdwn(member.Value)),
        JsonArray a => a.SelectMany(Mrkdwn),
        _ => [],
    };
}
