using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Hausmeister.Dialogs;

/// <summary>
/// What is typed, and taps that answer a question. One switch of commands; inside a dialog everything else is an answer to it,
/// except for looks at the state of things, after which the question comes again.
/// </summary>
public sealed class RootDialog : ComponentDialog
{
    public const string Cancelled = "Cancelled. Nothing was created.";

    private readonly CommandAnswers commands;
    private readonly OtherCards others;

    public RootDialog(TriageDialog triage, GuestDialog guest, CommandAnswers commands, TriageOutcomes outcomes)
        : base(nameof(RootDialog))
    {
        this.commands = commands;
        others = new OtherCards(outcomes);
        AddDialog(triage);
        AddDialog(guest);
    }

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object options, CancellationToken cancellationToken = default)
    {
        return Text(innerDc) is { } text
            ? await RunAsync(innerDc, text, cancellationToken)
            : await TakeAsync(innerDc, innerDc.Context.Turn().Tap!, cancellationToken);
    }

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        if (innerDc.ActiveDialog is null)
            return await OnBeginDialogAsync(innerDc, null!, cancellationToken);
        if (Text(innerDc) is not { } text)
            return innerDc.Context.Turn().Tap is { } tap && !IsFor(innerDc, tap)
                ? await TakeAsync(innerDc, tap, cancellationToken)
                : await innerDc.ContinueDialogAsync(cancellationToken);
        switch (Command.Parse(text))
        {
            case Command.Cancel:
                await innerDc.CancelAllDialogsAsync(cancellationToken);
                return await SayAsync(innerDc, Cancelled, cancellationToken);
            case Command.StartOver:
                await innerDc.CancelAllDialogsAsync(cancellationToken);
                return await BeginAsync(innerDc, null, isP4: false, cancellationToken);
            case Command.Triage triage when IsAnother(innerDc, triage):
                return await BeginAsync(innerDc, triage.What, triage.IsP4, cancellationToken);
            case { IsLook: true } look:
                await commands.AnswerAsync(innerDc.Context, look, cancellationToken);
                await innerDc.RepromptDialogAsync(cancellationToken);
                return EndOfTurn;
            default:
                return await innerDc.ContinueDialogAsync(cancellationToken);
        }
    }

    private async Task<DialogTurnResult> RunAsync(DialogContext dc, string text, CancellationToken cancellationToken)
    {
        switch (Command.Parse(text))
        {
            case Command.Triage triage:
                return await BeginAsync(dc, triage.What, triage.IsP4, cancellationToken);
            case Command.StartOver:
                return await BeginAsync(dc, null, isP4: false, cancellationToken);
            case Command.Cancel:
                return await SayAsync(dc, "There is nothing to cancel. Type help for what I can do.", cancellationToken);
            case null when text.Trim().Equals("back", StringComparison.OrdinalIgnoreCase):
                return await SayAsync(dc, "There is no question to go back from. Type help for what I can do.", cancellationToken);
            case null when string.IsNullOrWhiteSpace(text):
                return await SayAsync(dc, "Type what happened, or help.", cancellationToken);
            case null when await ThreadReplies.TakeAsync(dc.Context.Turn(), text, cancellationToken) is { Count: > 0 } noted:
                return await NotedAsync(dc, noted, cancellationToken);
            case null:
                return await BeginAsync(dc, text, isP4: false, cancellationToken);
            case var command:
                await commands.AnswerAsync(dc.Context, command, cancellationToken);
                return new DialogTurnResult(DialogTurnStatus.Complete);
        }
    }

    /// <summary>In the thread itself nothing is said; whoever wrote from elsewhere reads what became of their words.</summary>
    private static async Task<DialogTurnResult> NotedAsync(DialogContext dc, IReadOnlyList<Case> noted, CancellationToken cancellationToken) => dc.Context.Turn().IsRoom
        ? new DialogTurnResult(DialogTurnStatus.Complete)
        : await SayAsync(dc, $"Your words are a note on {string.Join(" and ", noted.Select(c => c.Label))} now.", cancellationToken);

    /// <summary>A new triage in the place of the open one.</summary>
    private static Task<DialogTurnResult> BeginAsync(DialogContext dc, string? what, bool isP4, CancellationToken cancellationToken)
    {
        var draft = TriageBeginning.Of(dc.Context.Turn(), what);
        return BeginAsync(dc, isP4 ? TriageBeginning.AtP4(draft) : draft, cancellationToken);
    }

    /// <summary>A guest gets the two questions instead and never a priority.</summary>
    private static Task<DialogTurnResult> BeginAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken) =>
        dc.ReplaceDialogAsync(dc.Context.Turn().Person.IsGuest ? nameof(GuestDialog) : nameof(TriageDialog), draft, cancellationToken);

    /// <summary>A card of no open dialog: it begins one, or belongs to one that has ended.</summary>
    private Task<DialogTurnResult> TakeAsync(DialogContext dc, Tap tap, CancellationToken cancellationToken) => tap.Verb switch
    {
        Verbs.Guest.Ask => BeginAsync(dc, null, isP4: false, cancellationToken),
        Verbs.Triage.Begin or Verbs.Guest.Begin => BeginFilledAsync(dc, tap, cancellationToken),
        _ => others.TakeAsync(dc, tap, cancellationToken),
    };

    /// <summary>It was asked for in another place, so whoever was in the middle of something here is told that it is left.</summary>
    private static async Task<DialogTurnResult> BeginFilledAsync(DialogContext dc, Tap tap, CancellationToken cancellationToken)
    {
        await OtherCards.LeaveOpenAsync(dc, cancellationToken);
        return await BeginAsync(dc, TriageBeginning.Of(dc.Context.Turn(), tap), cancellationToken);
    }

    private static bool IsFor(DialogContext dc, Tap tap) =>
        dc.ActiveDialog.State.TryGetValue(TriageDialog.DraftKey, out var draft) && ((TriageDraft)draft).CaseId == tap.Id;

    /// <summary>Whether the words begin another triage, and are not what the open dialog waits for.</summary>
    private static bool IsAnother(DialogContext dc, Command.Triage triage) => dc.ActiveDialog.Id == nameof(TriageDialog)
        ? !TriageDialog.IsAnswer(dc, triage)
        : triage is { What: null, IsP4: false };

    private static async Task<DialogTurnResult> SayAsync(DialogContext dc, string text, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(Turn.Line(text), cancellationToken);
        return new DialogTurnResult(DialogTurnStatus.Complete);
    }

    /// <summary>What was typed; a tapped command counts as typed. Null: something else was tapped.</summary>
    private static string? Text(DialogContext dc) => dc.Context.Turn().Tap is not { } tap
        ? dc.Context.Activity.Text ?? ""
        : Command.Parse(tap.Verb) is not null ? tap.Verb : null;
}
