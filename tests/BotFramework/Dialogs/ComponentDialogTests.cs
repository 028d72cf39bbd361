using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Shouldly;
using Xunit;

namespace BotFramework.Tests.Dialogs;

public sealed class ComponentDialogTests
{
    [Fact]
    public async Task Begins_with_the_dialog_added_first_and_ends_with_its_result()
    {
        var talk = Talk.Beginning(null, NameDialog());

        (await talk.SayAsync("hi")).ShouldBe(["Name?"]);
        (await talk.SayAsync("Ana")).ShouldBe(["Hello Ana"]);

        talk.Result.Status.ShouldBe(DialogTurnStatus.Complete);
        talk.Result.Result.ShouldBe("Ana");
    }

    [Fact]
    public async Task The_initial_dialog_can_be_chosen()
    {
        var dialog = NameDialog();
        dialog.InitialDialogId = "other";
        dialog.AddDialog(new WaterfallDialog("other", [Ask.Say("the other")]));

        (await Talk.Beginning(null, dialog).SayAsync("hi")).ShouldBe(["the other"]);
    }

    [Fact]
    public async Task Its_options_go_to_the_first_dialog()
    {
        var dialog = new ComponentDialog("c").AddDialog(new WaterfallDialog("w", [(step, cancellationToken) => step.EndDialogAsync(step.Options, cancellationToken)]));
        var talk = Talk.Beginning("given", dialog);

        await talk.SayAsync("hi");

        talk.Result.Result.ShouldBe("given");
    }

    [Fact]
    public async Task The_outer_stack_holds_the_component_and_the_component_its_own_stack()
    {
        var talk = Talk.Beginning(null, NameDialog());

        await talk.SayAsync("hi");

        var outer = StateText.Read(talk.State.Text).DialogStack.ShouldHaveSingleItem();
        outer.Id.ShouldBe("name");
        outer.State.Keys.ShouldBe(["dialogs"]);
        ((DialogState)outer.State["dialogs"]).DialogStack.Select(i => i.Id).ShouldBe(["ask", "steps"]);
    }

    [Fact]
    public async Task Two_components_of_one_conversation_do_not_see_each_others_stack()
    {
        var talk = Talk.Beginning(
            null,
            new WaterfallDialog("both",
            [
                (step, cancellationToken) => step.BeginDialogAsync("name", null, cancellationToken),
                (step, cancellationToken) => step.BeginDialogAsync("name2", null, cancellationToken),
                Ask.Tell("Both: "),
            ]),
            NameDialog(),
            NameDialog());

        (await talk.SayAsync("hi")).ShouldBe(["Name?"]);
        (await talk.SayAsync("Ana")).ShouldBe(["Hello Ana", "Name?"]);
        (await talk.SayAsync("Bruno")).ShouldBe(["Hello Bruno", "Both: Bruno"]);
    }

    [Fact]
    public async Task A_dialog_within_can_begin_one_of_the_parents()
    {
        var inner = new ComponentDialog("inner").AddDialog(new WaterfallDialog("w",
        [
            (step, cancellationToken) => step.BeginDialogAsync("shared", null, cancellationToken),
            Ask.Tell("Inner got "),
        ]));
        var talk = Talk.With(new ComponentDialog("outer").AddDialog(inner).AddDialog(new WaterfallDialog("shared", [Ask.Say("shared?")])));

        (await talk.SayAsync("hi")).ShouldBe(["shared?"]);
        (await talk.SayAsync("yes")).ShouldBe(["Inner got yes"]);
    }

    [Fact]
    public async Task Cancelling_within_ends_the_component_without_a_result()
    {
        var ends = new List<DialogReason>();
        var talk = Talk.Beginning(null, new Watched("c", ends).AddDialog(new WaterfallDialog("w",
        [
            Ask.Say("one"),
            (step, cancellationToken) => step.CancelAllDialogsAsync(cancellationToken),
        ])));

        await talk.SayAsync("hi");
        await talk.SayAsync("cancel");

        talk.Result.Status.ShouldBe(DialogTurnStatus.Complete);
        talk.Result.Result.ShouldBeNull();
        ends.ShouldBe([DialogReason.EndCalled]);
    }

    [Fact]
    public async Task Cancelling_from_outside_cancels_what_is_within()
    {
        var (ends, log) = (new List<DialogReason>(), new List<string>());
        var talk = Talk.With(
            async (dc, cancellationToken) =>
            {
                await dc.BeginDialogAsync("c", null, cancellationToken);
                return await dc.CancelAllDialogsAsync(cancellationToken);
            },
            new Watched("c", ends).AddDialog(new RecordingDialog("within", log)));

        await talk.SayAsync("hi");

        log.ShouldBe(["within begins", "within ends: CancelCalled"]);
        ends.ShouldBe([DialogReason.CancelCalled]);
        talk.Result.Status.ShouldBe(DialogTurnStatus.Cancelled);
    }

    [Fact]
    public async Task Cancelling_the_parents_too_empties_every_stack()
    {
        var talk = Talk.With(new ComponentDialog("root").AddDialog(new ComponentDialog("inner").AddDialog(new WaterfallDialog("w",
        [
            Ask.Say("one"),
            (step, cancellationToken) => step.CancelAllDialogsAsync(cancelParents: true, cancellationToken: cancellationToken),
        ]))));

        await talk.SayAsync("hi");
        await talk.SayAsync("cancel");

        StateText.Read(talk.State.Text).DialogStack.ShouldBeEmpty();
        (await talk.SayAsync("again")).ShouldBe(["one"]);
    }

    [Fact]
    public async Task Reprompting_it_asks_the_question_within_again()
    {
        var talk = Talk.With(
            async (dc, cancellationToken) =>
            {
                if (dc.Context.Activity.Text != "who")
                    return await dc.BeginDialogAsync("name", null, cancellationToken);

                await dc.Context.SendActivityAsync("Ana is on duty", cancellationToken: cancellationToken);
                await dc.RepromptDialogAsync(cancellationToken);
                return Dialog.EndOfTurn;
            },
            NameDialog());
        await talk.SayAsync("hi");

        (await talk.SayAsync("who")).ShouldBe(["Ana is on duty", "Name?"]);
    }

    [Fact]
    public async Task A_dialog_pushed_on_top_of_it_does_not_end_it()
    {
        var talk = Talk.With(
            async (dc, cancellationToken) => dc.Context.Activity.Text switch
            {
                "start" => await dc.BeginDialogAsync("name", null, cancellationToken),
                "interrupt" => await dc.BeginDialogAsync("aside", null, cancellationToken),
                _ => await dc.ContinueDialogAsync(cancellationToken),
            },
            NameDialog(),
            new WaterfallDialog("aside", [Ask.Say("aside?")]));

        (await talk.SayAsync("start")).ShouldBe(["Name?"]);
        (await talk.SayAsync("interrupt")).ShouldBe(["aside?"]);
        (await talk.SayAsync("done")).ShouldBe(["Name?"]);
        (await talk.SayAsync("Ana")).ShouldBe(["Hello Ana"]);
    }

    [Fact]
    public async Task Dialogs_that_changed_since_the_state_was_stored_are_told_so()
    {
        var log = new List<string>();
        var before = Talk.Beginning(null, new ComponentDialog("c").AddDialog(new RecordingDialog("a", log)));
        await before.SayAsync("hi");

        var changed = new Listening("c", log).AddDialog(new RecordingDialog("a", log)).AddDialog(new RecordingDialog("b", log));
        var talk = Talk.With(
            (dc, cancellationToken) =>
            {
                dc.Stack.AddRange(StateText.Read(before.State.Text).DialogStack);
                return dc.ContinueDialogAsync(cancellationToken);
            },
            changed);
        await talk.SayAsync("hi");

        log.ShouldContain("c hears versionChanged");
    }

    private static ComponentDialog NameDialog() => new ComponentDialog("name")
        .AddDialog(new WaterfallDialog("steps", [Ask.Prompt("ask", Ask.For("Name?")), Ask.Tell("Hello ")]))
        .AddDialog(new TextPrompt("ask"));

    private sealed class Watched(string id, List<DialogReason> ends) : ComponentDialog(id)
    {
        protected override Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            ends.Add(reason);
            return Task.CompletedTask;
        }
    }

    private sealed class Listening(string id, List<string> log) : ComponentDialog(id)
    {
        public override Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            log.Add($"{Id} hears {e.Name}");
            return Task.FromResult(true);
        }
    }
}
