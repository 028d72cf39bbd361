using Microsoft.Bot.Builder.Dialogs;
using Shouldly;
using Xunit;

namespace BotFramework.Tests.Dialogs;

public sealed class RunAsyncTests
{
    [Fact]
    public Task A_conversation_goes_on_across_turns_and_begins_anew_when_it_is_done()
        => Talk.With(Triage()).Flow()
            .Test("hi", "What is it? (1) question or (2) issue")
            .Test("dunno", "A question or an issue? (1) question or (2) issue")
            .Test("2", "Title?")
            .Test("The run is late", "Create 'The run is late'? (1) Yes or (2) No")
            .Test("y", "Created: True")
            .Test("hi", "What is it? (1) question or (2) issue")
            .StartTestAsync();

    [Fact]
    public async Task A_new_program_goes_on_where_the_old_one_was()
    {
        var before = Talk.With(Triage());
        await before.SayAsync("hi");
        await before.SayAsync("issue");

        var after = Talk.With(
            async (dc, cancellationToken) =>
            {
                dc.Stack.AddRange(StateText.Read(before.State.Text).DialogStack);
                return await dc.ContinueDialogAsync(cancellationToken);
            },
            Triage());

        (await after.SayAsync("The run is late")).ShouldBe(["Create 'The run is late'? (1) Yes or (2) No"]);
    }

    [Fact]
    public async Task A_cancelled_dialog_leaves_nothing_and_the_next_message_begins_anew()
    {
        var talk = Talk.With(new WaterfallDialog("w", [Ask.Say("one"), (step, cancellationToken) => step.CancelAllDialogsAsync(cancellationToken)]));

        (await talk.SayAsync("hi")).ShouldBe(["one"]);
        (await talk.SayAsync("cancel")).ShouldBeEmpty();
        StateText.Read(talk.State.Text).DialogStack.ShouldBeEmpty();
        (await talk.SayAsync("hi")).ShouldBe(["one"]);
    }

    [Fact]
    public async Task An_exception_that_no_dialog_handles_is_thrown()
    {
        var talk = Talk.With(new WaterfallDialog("w", [(_, _) => throw new FormatException("bad")]));

        (await Should.ThrowAsync<FormatException>(() => talk.SayAsync("hi"))).Message.ShouldBe("bad");
    }

    [Fact]
    public async Task A_dialog_can_handle_an_exception_and_go_on()
    {
        var dialog = new Forgiving().AddDialog(new WaterfallDialog("w",
        [
            Ask.Say("one"),
            (_, _) => throw new FormatException("bad"),
        ]));
        var talk = Talk.With(dialog);
        await talk.SayAsync("hi");

        (await talk.SayAsync("go on")).ShouldBe(["Sorry: bad", "one"]);
    }

    [Fact]
    public async Task Parents_hear_of_an_activity_that_a_prompt_does_not_recognize()
    {
        var heard = new List<string>();
        var dialog = new Curious(heard)
            .AddDialog(new WaterfallDialog("w", [Ask.Prompt("ok", Ask.For("Sure?"))]))
            .AddDialog(new ConfirmPrompt("ok"));
        var talk = Talk.With(dialog);

        await talk.SayAsync("hi");
        await talk.SayAsync("who");
        await talk.SayAsync("yes");

        heard.ShouldBe(["who"]);
    }

    private static ComponentDialog Triage() => new ComponentDialog("triage")
        .AddDialog(new WaterfallDialog("steps",
        [
            Ask.Prompt("kind", Ask.For("What is it?", "A question or an issue?", "question", "issue")),
            Ask.Prompt("title", Ask.For("Title?")),
            (step, cancellationToken) =>
            {
                step.Values["title"] = step.Result;
                return step.PromptAsync("sure", Ask.For($"Create '{step.Values["title"]}'?"), cancellationToken);
            },
            Ask.Tell("Created: "),
        ]))
        .AddDialog(new ChoicePrompt("kind"))
        .AddDialog(new TextPrompt("title"))
        .AddDialog(new ConfirmPrompt("sure"));

    private sealed class Forgiving() : ComponentDialog("forgiving")
    {
        public override async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name != DialogEvents.Error)
                return false;

            await dc.Context.SendActivityAsync($"Sorry: {((Exception)e.Value).Message}", cancellationToken: cancellationToken);
            await dc.CancelAllDialogsAsync(cancellationToken);
            return true;
        }
    }

    private sealed class Curious(List<string> heard) : ComponentDialog("curious")
    {
        public override Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name == DialogEvents.ActivityReceived)
                heard.Add(dc.Context.Activity.Text);

            return Task.FromResult(false);
        }
    }
}
