using Microsoft.Bot.Builder.Dialogs;
using Shouldly;
using Xunit;

namespace BotFramework.Tests.Dialogs;

public sealed class DialogContextTests
{
    private readonly List<string> _log = [];

    [Fact]
    public async Task Continuing_an_empty_stack_does_nothing()
    {
        var talk = Talk.With((dc, cancellationToken) => dc.ContinueDialogAsync(cancellationToken));

        (await talk.SayAsync("hi")).ShouldBeEmpty();

        talk.Result.Status.ShouldBe(DialogTurnStatus.Empty);
    }

    [Fact]
    public async Task Beginning_a_dialog_that_does_not_exist_says_which_and_what_to_do()
    {
        var talk = Talk.With((dc, cancellationToken) => dc.BeginDialogAsync("nowhere", null, cancellationToken));

        var error = await Should.ThrowAsync<ArgumentException>(() => talk.SayAsync("hi"));

        error.Message.ShouldContain("A dialog with an id of 'nowhere' wasn't found.");
        error.Message.ShouldContain("AddDialog()");
    }

    [Fact]
    public async Task A_stored_dialog_that_does_not_exist_any_more_is_an_error_that_names_it()
    {
        var old = Talk.Beginning(null, Recording("old"));
        await old.SayAsync("hi");
        var talk = Talk.With(async (dc, cancellationToken) =>
        {
            dc.Stack.AddRange(StateText.Read(old.State.Text).DialogStack);
            return await dc.ContinueDialogAsync(cancellationToken);
        });

        var error = await Should.ThrowAsync<InvalidOperationException>(() => talk.SayAsync("hi"));

        error.Message.ShouldContain("A dialog with id old could not be found");
    }

    [Fact]
    public async Task The_active_dialog_is_the_last_one_begun()
    {
        await Run(async (dc, cancellationToken) =>
        {
            dc.ActiveDialog.ShouldBeNull();
            await dc.BeginDialogAsync("a", null, cancellationToken);
            var result = await dc.BeginDialogAsync("b", null, cancellationToken);
            dc.ActiveDialog.Id.ShouldBe("b");
            dc.Stack.Select(i => i.Id).ShouldBe(["b", "a"]);
            return result;
        });
    }

    [Fact]
    public async Task Ending_resumes_the_dialog_below_with_the_result()
    {
        await Run(async (dc, cancellationToken) =>
        {
            await dc.BeginDialogAsync("a", null, cancellationToken);
            await dc.BeginDialogAsync("b", null, cancellationToken);
            return await dc.EndDialogAsync("42", cancellationToken);
        });

        _log.ShouldBe(["a begins", "b begins", "b ends: EndCalled", "a resumes with 42"]);
    }

    [Fact]
    public async Task Replacing_does_not_resume_the_dialog_below()
    {
        await Run(async (dc, cancellationToken) =>
        {
            await dc.BeginDialogAsync("a", null, cancellationToken);
            await dc.BeginDialogAsync("b", null, cancellationToken);
            var result = await dc.ReplaceDialogAsync("c", null, cancellationToken);
            dc.Stack.Select(i => i.Id).ShouldBe(["c", "a"]);
            return result;
        });

        _log.ShouldBe(["a begins", "b begins", "b ends: ReplaceCalled", "c begins"]);
    }

    [Fact]
    public async Task Cancelling_ends_all_from_the_top()
    {
        var talk = await Run(async (dc, cancellationToken) =>
        {
            await dc.BeginDialogAsync("a", null, cancellationToken);
            await dc.BeginDialogAsync("b", null, cancellationToken);
            var result = await dc.CancelAllDialogsAsync(cancellationToken);
            dc.Stack.ShouldBeEmpty();
            return result;
        });

        talk.Result.Status.ShouldBe(DialogTurnStatus.Cancelled);
        _log.ShouldBe(["a begins", "b begins", "b ends: CancelCalled", "a hears cancelDialog", "a ends: CancelCalled"]);
    }

    [Fact]
    public async Task A_dialog_that_handles_the_cancelling_stays()
    {
        await Run(
            async (dc, cancellationToken) =>
            {
                await dc.BeginDialogAsync("keeper", null, cancellationToken);
                await dc.BeginDialogAsync("a", null, cancellationToken);
                var result = await dc.CancelAllDialogsAsync(cancellationToken);
                dc.ActiveDialog.Id.ShouldBe("keeper");
                return result;
            },
            new RecordingDialog("keeper", _log) { Handles = DialogEvents.CancelDialog });

        _log.ShouldContain("a ends: CancelCalled");
        _log.ShouldNotContain("keeper ends: CancelCalled");
    }

    [Fact]
    public async Task Cancelling_an_empty_stack_is_empty()
    {
        var talk = await Run((dc, cancellationToken) => dc.CancelAllDialogsAsync(cancellationToken));

        talk.Result.Status.ShouldBe(DialogTurnStatus.Empty);
    }

    [Fact]
    public async Task Reprompting_asks_the_active_dialog_only()
    {
        await Run(async (dc, cancellationToken) =>
        {
            await dc.BeginDialogAsync("a", null, cancellationToken);
            var result = await dc.BeginDialogAsync("b", null, cancellationToken);
            await dc.RepromptDialogAsync(cancellationToken);
            return result;
        });

        _log.ShouldBe(["a begins", "b begins", "b hears repromptDialog", "b asks again"]);
    }

    [Fact]
    public async Task A_cancellation_token_in_the_wrong_place_is_refused()
    {
        var talk = Talk.With((dc, cancellationToken) => dc.BeginDialogAsync("a", options: cancellationToken, cancellationToken), Recording("a"));

        (await Should.ThrowAsync<ArgumentException>(() => talk.SayAsync("hi"))).Message.ShouldContain("cancellation token");
    }

    [Fact]
    public async Task A_prompt_needs_its_options()
    {
        var talk = Talk.With((dc, cancellationToken) => dc.PromptAsync("name", null, cancellationToken), new TextPrompt("name"));

        await Should.ThrowAsync<ArgumentNullException>(() => talk.SayAsync("hi"));
    }

    private RecordingDialog Recording(string id) => new(id, _log);

    private async Task<Talk> Run(Func<DialogContext, CancellationToken, Task<DialogTurnResult>> turn, params Dialog[] more)
    {
        var talk = Talk.With(turn, [Recording("a"), Recording("b"), Recording("c"), .. more]);
        await talk.SayAsync("hi");
        return talk;
    }
}
