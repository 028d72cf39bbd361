using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Shouldly;
using Xunit;

namespace BotFramework.Tests.Dialogs;

public sealed class ChoiceRecognizersTests
{
    private static readonly string[] Colours = ["red", "green", "blue"];

    [Theory]
    // by value
    [InlineData("red", "red")]
    [InlineData("RED!", "red")]
    [InlineData("the green one, please", "green")]
    [InlineData("blue and red", "blue red")]
    [InlineData("red red", "red")]
    [InlineData("reddish", "")]
    [InlineData("purple", "")]
    [InlineData("", "")]
    // by ordinal
    [InlineData("first", "red")]
    [InlineData("the first one", "red")]
    [InlineData("2nd", "green")]
    [InlineData("the third", "blue")]
    [InlineData("third and first", "blue red")]
    [InlineData("last", "blue")]
    [InlineData("the last one", "blue")]
    [InlineData("the fourth one", "")]
    // by number
    [InlineData("1", "red")]
    [InlineData("2.", "green")]
    [InlineData("(3)", "blue")]
    [InlineData("option 2", "green")]
    [InlineData("two", "green")]
    [InlineData("number three", "blue")]
    [InlineData("one and three", "red blue")]
    [InlineData("0", "")]
    [InlineData("4", "")]
    [InlineData("-1", "")]
    [InlineData("1.5", "")]
    [InlineData("1,000", "")]
    [InlineData("p2", "")]
    [InlineData("twenty-one", "")]
    [InlineData("123456789012", "")]
    // words before ordinals before numbers
    [InlineData("the third red one", "red")]
    [InlineData("second 1", "green")]
    public void A_sentence_means(string said, string choices)
        => string.Join(' ', ChoiceRecognizers.RecognizeChoices(said, Colours).Select(r => r.Resolution.Value)).ShouldBe(choices);

    [Fact]
    public void The_21st_is_found_in_digits_and_in_words()
    {
        var many = Enumerable.Range(1, 30).Select(i => $"choice-{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}").ToArray();

        foreach (var said in (string[])["21", "twenty one", "twenty-one", "21st", "the twenty-first"])
            ChoiceRecognizers.RecognizeChoices(said, many).ShouldHaveSingleItem().Resolution.Index.ShouldBe(20, said);
        ChoiceRecognizers.RecognizeChoices("the twentieth", many).ShouldHaveSingleItem().Resolution.Index.ShouldBe(19);
    }

    [Fact]
    public void A_match_says_where_it_was_and_what_it_was()
    {
        var found = ChoiceRecognizers.RecognizeChoices("the GREEN one", Colours).ShouldHaveSingleItem();

        (found.Text, found.Start, found.End, found.TypeName).ShouldBe(("GREEN", 4, 8, "choice"));
        (found.Resolution.Value, found.Resolution.Index, found.Resolution.Score, found.Resolution.Synonym).ShouldBe(("green", 1, 1f, "green"));

        var byNumber = ChoiceRecognizers.RecognizeChoices("take 2", Colours).ShouldHaveSingleItem();
        (byNumber.Text, byNumber.Start, byNumber.End, byNumber.TypeName).ShouldBe(("2", 5, 5, "choice"));
        byNumber.Resolution.Score.ShouldBe(1f);
    }

    [Fact]
    public void Synonyms_and_titles_stand_for_the_value()
    {
        Choice[] choices =
        [
            new("user-question") { Synonyms = ["somebody uses it", "how to"], Action = new CardAction { Title = "How somebody uses our service" } },
            new("service-issue") { Synonyms = ["broken"] },
        ];

        var broken = ChoiceRecognizers.RecognizeChoices("it is broken again", choices).ShouldHaveSingleItem().Resolution;
        (broken.Value, broken.Synonym).ShouldBe(("service-issue", "broken"));
        ChoiceRecognizers.RecognizeChoices("How to?", choices).ShouldHaveSingleItem().Resolution.Value.ShouldBe("user-question");
        ChoiceRecognizers.RecognizeChoices("how somebody uses our service", choices)[0].Resolution.Value.ShouldBe("user-question");

        var valueOnly = new FindChoicesOptions { NoAction = true };
        ChoiceRecognizers.RecognizeChoices("how somebody uses our service", new List<Choice> { new("x") { Action = choices[0].Action } }, valueOnly).ShouldBeEmpty();
        var notTheValue = new FindChoicesOptions { NoValue = true };
        ChoiceRecognizers.RecognizeChoices("service-issue", choices, notTheValue).ShouldBeEmpty();
    }

    [Fact]
    public void The_longer_of_two_overlapping_values_wins()
    {
        string[] menu = ["bread", "bread pudding", "pudding"];

        ChoiceRecognizers.RecognizeChoices("bread pudding please", menu).ShouldHaveSingleItem().Resolution.Value.ShouldBe("bread pudding");
        ChoiceRecognizers.RecognizeChoices("pudding, and bread", menu).Select(r => r.Resolution.Value).ShouldBe(["pudding", "bread"]);
    }

    [Fact]
    public void All_words_of_a_value_must_occur_in_order_and_close_together()
    {
        string[] choices = ["second last"];
        var wordsOnly = new FindChoicesOptions { RecognizeOrdinals = false, RecognizeNumbers = false };

        var found = ChoiceRecognizers.RecognizeChoices("the second from the last", choices, wordsOnly).ShouldHaveSingleItem();
        found.Text.ShouldBe("second from the last");
        found.Resolution.Score.ShouldBe(0.5f);

        ChoiceRecognizers.RecognizeChoices("the last from the second", choices, wordsOnly).ShouldBeEmpty();
        ChoiceRecognizers.RecognizeChoices("second from before the last", choices, wordsOnly).ShouldBeEmpty();
        wordsOnly.MaxTokenDistance = 3;
        ChoiceRecognizers.RecognizeChoices("second from before the last", choices, wordsOnly).ShouldHaveSingleItem();
    }

    [Fact]
    public void Partial_matches_are_found_when_allowed()
    {
        string[] choices = ["invalid datasets", "external SLA broken"];

        ChoiceRecognizers.RecognizeChoices("the SLA", choices).ShouldBeEmpty();
        ChoiceRecognizers.RecognizeChoices("the SLA", choices, new FindChoicesOptions { AllowPartialMatches = true })
            .ShouldHaveSingleItem().Resolution.Value.ShouldBe("external SLA broken");
    }

    [Fact]
    public void Ordinals_and_numbers_can_be_switched_off()
    {
        ChoiceRecognizers.RecognizeChoices("the second one", Colours, new FindChoicesOptions { RecognizeOrdinals = false, RecognizeNumbers = false }).ShouldBeEmpty();
        ChoiceRecognizers.RecognizeChoices("2", Colours, new FindChoicesOptions { RecognizeNumbers = false }).ShouldBeEmpty();
        ChoiceRecognizers.RecognizeChoices("second", Colours, new FindChoicesOptions { RecognizeNumbers = false }).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_emoji_is_a_word()
        => ChoiceRecognizers.RecognizeChoices("so\ud83d\ude00good", (string[])["\ud83d\ude00", "\ud83d\ude80"]).ShouldHaveSingleItem().Start.ShouldBe(2);

    [Fact]
    public void No_choices_no_match()
        => ChoiceRecognizers.RecognizeChoices("1", new List<Choice>()).ShouldBeEmpty();
}
