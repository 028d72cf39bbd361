using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Shouldly;
using Xunit;

namespace BotFramework.Tests.Dialogs;

public sealed class WaterfallDialogTests
{
    [Fact]
    public async Task Steps_run_in_order_one_per_message()
    {
        var talk = Talk.Beginning(null, new WaterfallDialog("w", [Ask.Say("one"), Ask.Say("two"), Ask.Say("three")]));

        (await talk.SayAsync("hi")).ShouldBe(["one"]);
        (await talk.SayAsync("go on")).ShouldBe(["two"]);
        (await talk.SayAsync("go on")).ShouldBe(["three"]);
        talk.Result.Status.ShouldBe(DialogTurnStatus.Waiting);
    }

    [Fact]
    public async Task Past_the_last_step_it_ends_with_the_last_result()
    {
        var talk = Talk.Beginning(null, new WaterfallDialog("w", [Ask.Say("one")]));

        await talk.SayAsync("hi");
        await talk.SayAsync("done");

        talk.Result.Status.ShouldBe(DialogTurnStatus.Complete);
        talk.Result.Result.ShouldBe("done");
    }

    [Fact]
    public async Task Without_steps_it_ends_at_once()
    {
        var talk = Talk.Beginning(null, new WaterfallDialog("w"));

        await talk.SayAsync("hi");

        talk.Result.Status.ShouldBe(DialogTurnStatus.Complete);
        talk.Result.Result.ShouldBeNull();
    }

    [Fact]
    public async Task A_step_knows_its_index_its_reason_and_the_result_before_it()
    {
        var seen = new List<string>();
        WaterfallStep note = (step, cancellationToken) =>
        {
            seen.Add($"{step.Index} {step.Reason} {step.Result}");
            return step.Index == 1 ? step.NextAsync("next", cancellationToken) : Task.FromResult(Dialog.EndOfTurn);
        };
        var talk = Talk.Beginning(null, new WaterfallDialog("w").AddStep(note).AddStep(note).AddStep(note));

        await talk.SayAsync("hi");
        await talk.SayAsync("text");

        seen.ShouldBe(["0 BeginCalled ", "1 ContinueCalled text", "2 NextCalled next"]);
    }

    [Fact]
    public async Task The_result_of_a_dialog_begun_in_a_step_goes_to_the_next_step()
    {
        var talk = Talk.Beginning(
            null,
            new WaterfallDialog("w", [Ask.Prompt("name", Ask.For("Name?")), Ask.Tell("Hello ")]),
            new TextPrompt("name"));

        (await talk.SayAsync("hi")).ShouldBe(["Name?"]);
        (await talk.SayAsync("Ana")).ShouldBe(["Hello Ana"]);
    }

    [Fact]
    public async Task Options_and_values_last_for_the_whole_waterfall()
    {
        var seen = new List<object>();
        var talk = Talk.Beginning(
            "given",
            new WaterfallDialog("w",
            [
                (step, _) =>
                {
                    step.Values["kept"] = "mine";
                    return Task.FromResult(Dialog.EndOfTurn);
                },
                (step, cancellationToken) =>
                {
                    seen.Add(step.Options);
                    seen.Add(step.Values["kept"]);
                    return step.EndDialogAsync(cancellationToken: cancellationToken);
                },
            ]));

        await talk.SayAsync("hi");
        await talk.SayAsync("go on");

        seen.ShouldBe(["given", "mine"]);
    }

    [Theory]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.Event)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    [InlineData(ActivityTypes.Invoke)]
    public async Task What_is_no_message_does_not_disturb_it(string type)
    {
        var talk = Talk.Beginning(null, new WaterfallDialog("w", [Ask.Say("one"), Ask.Say("two")]));
        await talk.SayAsync("hi");

        (await talk.SendAsync(new Activity { Type = type })).ShouldBeEmpty();
        talk.Result.Status.ShouldBe(DialogTurnStatus.Waiting);

        (await talk.SayAsync("go on")).ShouldBe(["two"]);
    }

    [Fact]
    public async Task Next_twice_in_a_step_is_an_error_that_names_the_step()
    {
        var talk = Talk.Beginning(null, new WaterfallDialog("w",
        [
            async (step, cancellationToken) =>
            {
                await step.NextAsync(cancellationToken: cancellationToken);
                return await step.NextAsync(cancellationToken: cancellationToken);
            },
            (_, _) => Task.FromResult(Dialog.EndOfTurn),
        ]));

        var error = await Should.ThrowAsync<InvalidOperationException>(() => talk.SayAsync("hi"));

        error.Message.ShouldContain("'w[0]'");
    }

    [Fact]
    public async Task Replacing_itself_makes_a_loop_that_starts_anew()
    {
        var talk = Talk.Beginning("1", new WaterfallDialog("w",
        [
            async (step, cancellationToken) =>
            {
                await step.Context.SendActivityAsync($"round {step.Options}", cancellationToken: cancellationToken);
                return Dialog.EndOfTurn;
            },
            (step, cancellationToken) => (string)step.Result == "stop"
                ? step.EndDialogAsync(step.Options, cancellationToken)
                : step.ReplaceDialogAsync("w", step.Result, cancellationToken),
        ]));

        (await talk.SayAsync("hi")).ShouldBe(["round 1"]);
        (await talk.SayAsync("2")).ShouldBe(["round 2"]);
        (await talk.SayAsync("3")).ShouldBe(["round 3"]);
        await talk.SayAsync("stop");
        talk.Result.Result.ShouldBe("3");
    }

    [Fact]
    public async Task It_keeps_its_state_under_the_known_keys()
    {
        IDictionary<string, object> state = null;
        var talk = Talk.With(
            async (dc, cancellationToken) =>
            {
                var result = await dc.BeginDialogAsync("w", "given", cancellationToken);
                state = dc.ActiveDialog.State;
                return result;
            },
            new WaterfallDialog("w", [Ask.Say("one")]));

        await talk.SayAsync("hi");

        state.Keys.ShouldBe(["options", "values", "instanceId", "stepIndex"], ignoreOrder: true);
        state["options"].ShouldBe("given");
        state["stepIndex"].ShouldBe(0);
    }

    [Fact]
    public void Its_version_changes_with_the_number_of_steps()
    {
        var waterfall = new WaterfallDialog("w", [Ask.Say("one")]);
        var before = waterfall.GetVersion();

        waterfall.AddStep(Ask.Say("two")).GetVersion().ShouldNotBe(before);
    }
}
