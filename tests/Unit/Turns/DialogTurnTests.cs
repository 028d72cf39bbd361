using Hausmeister.Bot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Hausmeister.Tests.Turns;

/// <summary>A real dialog on the turn's document.</summary>
public sealed class DialogTurnTests
{
    private readonly House house = new();

    public DialogTurnTests()
    {
        var root = new ComponentDialog("Root").AddDialog(new NameDialog());
        var accessor = new DialogStateAccessor(DialogStateAccessor.IdsOf(root).Contains);
        house.Bot = (context, ct) => root.RunAsync(context, accessor, ct);
    }

    [Fact]
    public async Task A_dialog_goes_on_from_turn_to_turn_and_ends()
    {
        await house.SayAsync("ana", "hello", "1");
        (await house.DocumentAsync("ana"))!.IsInDialog.ShouldBeTrue();
        await house.SayAsync("ana", "Ana", "2");
        house.Heard().ShouldBe(["What is your name?", "Hello Ana, you are ana"]);
        (await house.DocumentAsync("ana"))!.IsInDialog.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_people_in_one_room_do_not_answer_each_other_s_prompt()
    {
        house.Adapter.Conversation.Conversation.IsGroup = true;
        await house.SayAsync("ana", "hello", "1");
        await house.SayAsync("bruno", "hello", "2");
        await house.SayAsync("bruno", "B", "3");
        await house.SayAsync("ana", "A", "4");
        house.Heard().ShouldBe(["What is your name?", "What is your name?", "Hello B, you are bruno", "Hello A, you are ana"]);
    }

    [Fact]
    public async Task A_turn_in_a_dialog_costs_one_read_and_one_commit()
    {
        await house.SayAsync("ana", "hello", "1");
        house.Store.Reset();
        await house.SayAsync("ana", "Ana", "2");
        (house.Store.Reads, house.Store.Commits).ShouldBe((1, 1));
    }

    private sealed class NameDialog() : Dialog("Name")
    {
        public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
        {
            dc.ActiveDialog.State["person"] = dc.Context.Activity.From.Id;
            await dc.Context.SendActivityAsync(MessageFactory.Text("What is your name?"), cancellationToken);
            return EndOfTurn;
        }

        public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
        {
            var words = $"Hello {dc.Context.Activity.Text}, you are {dc.ActiveDialog.State["person"]}";
            await dc.Context.SendActivityAsync(MessageFactory.Text(words), cancellationToken);
            return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        }
    }
}
