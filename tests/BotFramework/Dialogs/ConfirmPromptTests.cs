using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Shouldly;
using Xunit;

namespace BotFramework.Tests.Dialogs;

public sealed class ConfirmPromptTests
{
    [Fact]
    public async Task Offers_yes_and_no()
    {
        var talk = Talk.Beginning(Ask.For("Create it?"), new ConfirmPrompt("ok"));

        (await talk.SayAsync("hi")).ShouldBe(["Create it? (1) Yes or (2) No"]);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yes please", true)]
    [InlineData("y", true)]
    [InlineData("yep", true)]
    [InlineData("ok", true)]
    [InlineData("sure", true)]
    [InlineData("1", true)]
    [InlineData("\ud83d\udc4d", true)]
    [InlineData("no", false)]
    [InlineData("No!", false)]
    [InlineData("n", false)]
    [InlineData("nope", false)]
    [InlineData("not ok", false)]
    [InlineData("2", false)]
    [InlineData("the second one", false)]
    public async Task Ends_with_what_was_meant(string answer, bool expected)
    {
        var talk = Talk.Beginning(Ask.For("Create it?"), new ConfirmPrompt("ok"));
        await talk.SayAsync("hi");

        await talk.SayAsync(answer);

        talk.Result.Status.ShouldBe(DialogTurnStatus.Complete);
        talk.Result.Result.ShouldBe(expected);
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("yesterday")]
    [InlineData("nothing")]
    [InlineData("3")]
    public async Task Anything_else_is_asked_again(string answer)
    {
        var talk = Talk.Beginning(Ask.For("Create it?", "Yes or no, please."), new ConfirmPrompt("ok") { Style = ListStyle.None });
        await talk.SayAsync("hi");

        (await talk.SayAsync(answer)).ShouldBe(["Yes or no, please."]);
        talk.Result.Status.ShouldBe(DialogTurnStatus.Waiting);
    }

    [Fact]
    public async Task Numbers_count_only_when_they_are_shown()
    {
        var talk = Talk.Beginning(Ask.For("Create it?"), new ConfirmPrompt("ok") { ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false } });

        (await talk.SayAsync("hi")).ShouldBe(["Create it? Yes or No"]);
        await talk.SayAsync("1");

        talk.Result.Status.ShouldBe(DialogTurnStatus.Waiting);
    }

    [Fact]
    public async Task The_words_can_be_others()
    {
        var prompt = new ConfirmPrompt("ok") { ConfirmChoices = Tuple.Create(new Choice("Create"), new Choice("Discard")) };
        var talk = Talk.Beginning(Ask.For("Ready?"), prompt);

        (await talk.SayAsync("hi")).ShouldBe(["Ready? (1) Create or (2) Discard"]);
        await talk.SayAsync("discard");

        talk.Result.Result.ShouldBe(false);
    }

    [Fact]
    public async Task A_validator_may_refuse()
    {
        var talk = Talk.Beginning(Ask.For("Sure?", "Really?"), new ConfirmPrompt("ok", (p, _) => Task.FromResult(p.Recognized.Value)) { Style = ListStyle.None });
        await talk.SayAsync("hi");

        (await talk.SayAsync("no")).ShouldBe(["Really?"]);
    }
}
