using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Shouldly;
using Xunit;

namespace BotFramework.Tests.Dialogs;

public sealed class ChoicePromptTests
{
    [Theory]
    [InlineData(ListStyle.None, "Colour?")]
    [InlineData(ListStyle.Inline, "Colour? (1) red, (2) green, or (3) blue")]
    [InlineData(ListStyle.List, "Colour?\n\n   1. red\n   2. green\n   3. blue")]
    [InlineData(ListStyle.Auto, "Colour? (1) red, (2) green, or (3) blue")]
    public async Task Text_styles_write_the_choices_into_the_question(ListStyle style, string expected)
    {
        var talk = Talk.Beginning(Colours(), new ChoicePrompt("colour") { Style = style });

        (await talk.SayAsync("hi")).ShouldBe([expected]);
    }

    [Fact]
    public async Task Suggested_actions_are_added_to_the_question()
    {
        var talk = Talk.Beginning(Colours(), new ChoicePrompt("colour") { Style = ListStyle.SuggestedAction });

        var question = (await talk.SendAsync(Hi())).ShouldHaveSingleItem();

        question.Text.ShouldBe("Colour?");
        question.SuggestedActions.Actions.Select(a => (a.Type, a.Title, a.Value)).ShouldBe(
            [(ActionTypes.ImBack, "red", "red"), (ActionTypes.ImBack, "green", "green"), (ActionTypes.ImBack, "blue", "blue")]);
    }

    [Fact]
    public async Task A_card_is_added_behind_the_questions_own_attachments()
    {
        var options = Colours();
        options.Prompt.Attachments = [new Attachment { ContentType = "image/png" }];
        var talk = Talk.Beginning(options, new ChoicePrompt("colour") { Style = ListStyle.HeroCard });

        var question = (await talk.SendAsync(Hi())).ShouldHaveSingleItem();

        question.Attachments.Select(a => a.ContentType).ShouldBe(["image/png", HeroCard.ContentType]);
        question.Attachments[1].Content.ShouldBeOfType<HeroCard>().Text.ShouldBe("Colour?");
        options.Prompt.Attachments.Count.ShouldBe(1, "the options are stored, and the question is sent from them again");
    }

    [Fact]
    public async Task The_style_of_the_options_goes_before_the_prompts()
    {
        var options = Colours();
        options.Style = ListStyle.None;
        var talk = Talk.Beginning(options, new ChoicePrompt("colour") { Style = ListStyle.List });

        (await talk.SayAsync("hi")).ShouldBe(["Colour?"]);
    }

    [Fact]
    public async Task Without_a_question_the_choices_are_still_shown()
    {
        var talk = Talk.Beginning(
            new PromptOptions { Choices = ChoiceFactory.ToChoices(["red", "green"]) },
            new ChoicePrompt("colour") { Style = ListStyle.Inline });

        var question = (await talk.SendAsync(Hi())).ShouldHaveSingleItem();

        question.Text.ShouldBe(" (1) red or (2) green");
        question.InputHint.ShouldBe(InputHints.ExpectingInput);
    }

    [Theory]
    [InlineData("green")]
    [InlineData("GREEN please")]
    [InlineData("2")]
    [InlineData("the second one")]
    public async Task Ends_with_the_choice_that_was_found(string answer)
    {
        var talk = Talk.Beginning(Colours(), new ChoicePrompt("colour"));
        await talk.SayAsync("hi");

        await talk.SayAsync(answer);

        var choice = talk.Result.Result.ShouldBeOfType<FoundChoice>();
        choice.Value.ShouldBe("green");
        choice.Index.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_is_no_choice_is_asked_again_with_the_choices()
    {
        var talk = Talk.Beginning(Ask.For("Colour?", "One of these:", "red", "green"), new ChoicePrompt("colour"));
        await talk.SayAsync("hi");

        (await talk.SayAsync("purple")).ShouldBe(["One of these: (1) red or (2) green"]);
    }

    [Fact]
    public async Task Recognizer_options_are_used()
    {
        var talk = Talk.Beginning(Colours(), new ChoicePrompt("colour") { RecognizerOptions = new FindChoicesOptions { RecognizeNumbers = false } });
        await talk.SayAsync("hi");

        await talk.SayAsync("2");

        talk.Result.Status.ShouldBe(DialogTurnStatus.Waiting);
    }

    [Fact]
    public async Task A_message_without_text_is_asked_again()
    {
        var talk = Talk.Beginning(Colours(), new ChoicePrompt("colour") { Style = ListStyle.None });
        await talk.SayAsync("hi");

        (await talk.SendAsync(new Activity { Type = ActivityTypes.Message })).ShouldHaveSingleItem().Text.ShouldBe("Colour?");
    }

    [Fact]
    public async Task Lists_are_written_in_the_words_of_the_activitys_locale()
    {
        var german = new ChoiceFactoryOptions(", ", " oder ", " oder ", false);
        var talk = Talk.Beginning(
            Colours(), new ChoicePrompt("colour", new Dictionary<string, ChoiceFactoryOptions> { ["de-de"] = german }) { Style = ListStyle.Inline });

        var hi = Hi();
        hi.Locale = "de-DE";

        (await talk.SendAsync(hi)).ShouldHaveSingleItem().Text.ShouldBe("Colour? red, green oder blue");
    }

    [Fact]
    public async Task On_web_chat_the_automatic_style_is_buttons()
    {
        var dialog = new ComponentDialog("c")
            .AddDialog(new WaterfallDialog("w", [Ask.Prompt("colour", Colours()), Ask.Tell("done")]))
            .AddDialog(new ChoicePrompt("colour"));

        var question = (await Talk.With(dialog, Channels.Webchat).SendAsync(Hi())).ShouldHaveSingleItem();

        question.SuggestedActions.Actions.Count.ShouldBe(3);
    }

    private static PromptOptions Colours() => Ask.For("Colour?", null, "red", "green", "blue");

    private static Activity Hi() => new() { Type = ActivityTypes.Message, Text = "hi" };
}
