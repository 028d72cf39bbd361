using System.Globalization;
using CsCheck;
using Hausmeister.Cards.Parts;
using Hausmeister.Cards.Rendering;

namespace Hausmeister.Tests.Cards;

/// <summary>Wherever words are cut, no character, mark or link is, and nothing after them is turned around.</summary>
public sealed class ShortenedTests
{
    private const string Address = "https://x.example/?a=1&b=2";

    /// <summary>Characters that a reader sees as one, and what is longer as it is written for Slack.</summary>
    private static readonly string[] Pieces =
        ["a", "word ", "😀", "👩‍👩‍👧‍👦", "🇧🇷", "👋🏽", "e\u0301", "&", "<!channel>", "*b*", "_i_", "`c`", ":tada:", "\n", " ", PeoplesLine.Of("\u05e9\u05dc\u05d5\u05dd abc"), PeoplesLine.Of("a\u202Eb\u200F!")];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(pieces => string.Concat(pieces.Select(piece => Pieces[piece])));

    private static readonly Gen<Words> Several = Gen.Select(Text, Gen.Int[0, 3], (text, look) => new Run(text, Bold: look is 1 or 3, Link: look >= 2 ? Address : null)).Array[1, 4].Select(runs => new Words(runs));

    [Fact]
    public void Words_are_cut_between_characters_and_say_so() => Gen.Select(Text, Gen.Int[20, 120]).Sample(
        (text, longest) =>
        {
            var cut = Shortened.To(text, longest);
            cut.Length.ShouldBeLessThanOrEqualTo(longest);
            IsTurnedBack(cut).ShouldBeTrue(cut);
            if (text.Length <= longest)
                cut.ShouldBe(text);
            else
                IsCutBetweenCharacters(text, cut.TrimEnd(PeoplesLine.PopDirectionalIsolate)[..^1]).ShouldBeTrue(cut);
            Shortened.To(Words.Literal(text), longest).Plain.ShouldBe(cut);
        },
        iter: 5_000);

    [Fact]
    public void Words_are_split_with_their_marks_and_links_whole_and_nothing_lost() => Gen.Select(Several, Gen.Int[60, 200]).Sample(
        (words, longest) =>
        {
            var all = "";
            for (var rest = words; !rest.IsEmpty;)
            {
                (var fitting, rest) = Shortened.Split(rest, longest, SlackText.Length);
                var shown = SlackText.Of(fitting).Text;
                shown.Length.ShouldBeLessThanOrEqualTo(longest);
                IsSound(fitting).ShouldBeTrue(shown);
                all += fitting.Plain;
            }

            Letters(all).ShouldBe(Letters(words.Plain));
        },
        iter: 3_000);

    [Fact]
    public void What_is_left_out_is_marked_within_the_look_before_it() => Gen.Select(Several, Gen.Int[60, 200]).Sample(
        (words, longest) =>
        {
            var cut = Shortened.To(words, longest);
            IsSound(cut).ShouldBeTrue(cut.Mrkdwn);
            IsTurnedBack(cut.Plain).ShouldBeTrue(cut.Plain);
        },
        iter: 3_000);

    [Theory]
    [InlineData("**Analysis of the night**", 9, "*Analysis…*")]
    [InlineData("The **analysis** of it", 8, "The *ana…*")]
    public void In_bold_the_ellipsis_is_bold(string markdown, int longest, string shown) => Shortened.To(MarkdownReader.Read(markdown), longest).Mrkdwn.ShouldBe(shown);

    [Fact]
    public void A_quote_that_is_cut_turns_nothing_after_it_around()
    {
        var quote = PeoplesLine.Of(string.Concat(Enumerable.Repeat("\u05e9\u05dc\u05d5\u05dd ", 50)));
        new Economy(LongestQuote: 20).Of(Words.Literal($"Ana: “{quote}” at 12:00")).Plain.ShouldEndWith("…\u2069” at 12:00");
    }

    private static bool IsSound(Words words)
    {
        var shown = words.Mrkdwn;
        return shown.Split('\n').All(line => line.Count(letter => letter == '*') % 2 == 0)
            && SlackWords.Calls(shown).All(call => call.StartsWith("https://x.example/?a=1&amp;b=2|", StringComparison.Ordinal))
            && !Enumerable.Range(0, shown.Length).Any(i => char.IsHighSurrogate(shown[i]) && (i + 1 == shown.Length || !char.IsLowSurrogate(shown[i + 1])))
            && !Enumerable.Range(0, shown.Length).Any(i => char.IsLowSurrogate(shown[i]) && (i == 0 || !char.IsHighSurrogate(shown[i - 1])));
    }

    private static bool IsCutBetweenCharacters(string text, string cut) =>
        text.StartsWith(cut, StringComparison.Ordinal) && StringInfo.ParseCombiningCharacters(text).Contains(cut.Length);

    private static bool IsTurnedBack(string text) => text.Count(letter => letter == PeoplesLine.FirstStrongIsolate) == text.Count(letter => letter == PeoplesLine.PopDirectionalIsolate);

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
