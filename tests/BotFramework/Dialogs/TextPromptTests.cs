using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Shouldly;
using Xunit;

namespace BotFramework.Tests.Dialogs;

public sealed class TextPromptTests
{
    [Fact]
    public async Task Ends_with_the_text()
    {
        var talk = Talk.Beginning(Ask.For("Name?"), new TextPrompt("name"));

        (await talk.SayAsync("hi")).ShouldBe(["Name?"]);
        await talk.SayAsync(" Ana ");

        talk.Result.Status.ShouldBe(DialogTurnStatus.Complete);
        talk.Result.Result.ShouldBe(" Ana ");
    }

    [Fact]
    public async Task Its_question_expects_input()
    {
        var talk = Talk.Beginning(new PromptOptions { Prompt = new Activity { Type = ActivityTypes.Message, Text = "Name?" } }, new TextPrompt("name"));

        var question = (await talk.SendAsync(Message("hi"))).ShouldHaveSingleItem();

        question.InputHint.ShouldBe(InputHints.ExpectingInput);
    }

    [Fact]
    public async Task An_answer_that_is_not_valid_is_asked_again_in_the_words_for_it()
    {
        var talk = Talk.Beginning(Ask.For("Name?", "Three letters at least."), new TextPrompt("name", AtLeast(3)));

        await talk.SayAsync("hi");
        (await talk.SayAsync("A")).ShouldBe(["Three letters at least."]);
        (await talk.SayAsync("An")).ShouldBe(["Three letters at least."]);
        await talk.SayAsync("Ana");

        talk.Result.Result.ShouldBe("Ana");
    }

    [Fact]
    public async Task Without_words_for_it_the_question_itself_is_repeated()
    {
        var talk = Talk.Beginning(Ask.For("Name?"), new TextPrompt("name", AtLeast(3)));

        await talk.SayAsync("hi");

        (await talk.SayAsync("A")).ShouldBe(["Name?"]);
    }

    [Fact]
    public async Task A_validator_that_answers_itself_is_not_followed_by_the_question()
    {
        var talk = Talk.Beginning(Ask.For("Name?", "again"), new TextPrompt("name", async (prompt, cancellationToken) =>
        {
            await prompt.Context.SendActivityAsync("That is no name.", cancellationToken: cancellationToken);
            return false;
        }));

        await talk.SayAsync("hi");

        (await talk.SayAsync("A")).ShouldBe(["That is no name."]);
    }

    [Fact]
    public async Task The_attempts_are_counted_across_turns()
    {
        var talk = Talk.Beginning(Ask.For("Name?"), new TextPrompt("name", async (prompt, cancellationToken) =>
        {
            await prompt.Context.SendActivityAsync(prompt.AttemptCount.ToString(CultureInfo.InvariantCulture), cancellationToken: cancellationToken);
            return prompt.AttemptCount == 3;
        }));

        await talk.SayAsync("hi");
        (await talk.SayAsync("a")).ShouldBe(["1"]);
        (await talk.SayAsync("b")).ShouldBe(["2"]);
        (await talk.SayAsync("c")).ShouldBe(["3"]);

        talk.Result.Result.ShouldBe("c");
    }

    [Fact]
    public async Task A_validator_keeps_its_notes_between_attempts_and_may_change_the_value()
    {
        var talk = Talk.Beginning(Ask.For("Name?"), new TextPrompt("name", (prompt, _) =>
        {
            if (prompt.State.TryGetValue("first", out var first))
                prompt.Recognized.Value = $"{first} {prompt.Recognized.Value}";
            prompt.State["first"] = prompt.Recognized.Value;
            return Task.FromResult(first != null);
        }));

        await talk.SayAsync("hi");
        await talk.SayAsync("Ana");
        await talk.SayAsync("Berg");

        talk.Result.Result.ShouldBe("Ana Berg");
    }

    [Fact]
    public async Task A_message_without_text_is_no_answer()
    {
        var talk = Talk.Beginning(Ask.For("Name?", "In words, please."), new TextPrompt("name"));
        await talk.SayAsync("hi");

        var reply = (await talk.SendAsync(Message(null))).ShouldHaveSingleItem();

        reply.Text.ShouldBe("In words, please.");
    }

    [Fact]
    public async Task What_is_no_message_is_no_attempt()
    {
        var attempts = 0;
        var talk = Talk.Beginning(Ask.For("Name?"), new TextPrompt("name", (prompt, _) =>
        {
            attempts = prompt.AttemptCount;
            return Task.FromResult(true);
        }));
        await talk.SayAsync("hi");

        (await talk.SendAsync(new Activity { Type = ActivityTypes.Typing })).ShouldBeEmpty();
        await talk.SayAsync("Ana");

        attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Needs_an_id_and_options()
    {
        Should.Throw<ArgumentNullException>(() => new TextPrompt(" "));

        var talk = Talk.Beginning("not options", new TextPrompt("name"));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => talk.SayAsync("hi"));
    }

    [Fact]
    public async Task Keeps_its_state_under_the_known_keys()
    {
        IDictionary<string, object> state = null;
        var talk = Talk.With(
            async (dc, cancellationToken) =>
            {
                var result = await dc.PromptAsync("name", Ask.For("Name?"), cancellationToken);
                state = dc.ActiveDialog.State;
                return result;
            },
            new TextPrompt("name"));

        await talk.SayAsync("hi");

        state.Keys.ShouldBe(["options", "state"], ignoreOrder: true);
        state["state"].ShouldBeAssignableTo<IDictionary<string, object>>().ShouldContainKeyAndValue("AttemptCount", 0);
    }

    private static PromptValidator<string> AtLeast(int letters)
        => (prompt, _) => Task.FromResult(prompt.Recognized.Succeeded && prompt.Recognized.Value.Length >= letters);

    private static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };
}
