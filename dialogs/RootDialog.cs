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

    public RootDialog(TriageDialog triage, GuestDialog guest, CommandAnswers commands)
        : base(nameof(RootDialog))
    {
        this.commands = commands;
        AddDialog(triage);
        AddDialog(guest);
    }

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object options, CancellationToken cancellationToken = default)
    {
        return Text(innerDc) is { } text
            ? await RunAsync(innerDc, text, cancellationToken)
            : await ResumeAsync(innerDc, innerDc.Context.Turn().Tap!, cancellationToken);
    }

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        if (innerDc.ActiveDialog is null)
            return await OnBeginDialogAsync(innerDc, null!, cancellationToken);
        if (Text(innerDc) is not { } text)
            return innerDc.Context.Turn().Tap is { } tap && !IsFor(innerDc, tap)
                ? await ResumeAsync(innerDc, tap, cancellationToken)
                : await innerDc.ContinueDialogAsync(cancellationToken);
        switch (Command.Parse(text))
        {
            case Command.Cancel:
                await innerDc.CancelAllDialogsAsync(cancellationToken);
                return await SayAsync(innerDc, Cancelled, cancellationToken);
            case Command.StartOver or Command.Triage { What: null, IsP4: false }:
                await innerDc.CancelAllDialogsAsync(cancellationToken);
                return await BeginAsync(innerDc, null, isP4: false, cancellationToken);
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
            case null:
                return await BeginAsync(dc, text, isP4: false, cancellationToken);
            case var command:
                await commands.AnswerAsync(dc.Context, command, cancellationToken);
                return new DialogTurnResult(DialogTurnStatus.Complete);
        }
    }

    /// <summary>A new triage; a guest gets the two questions instead and never a priority.</summary>
    private static Task<DialogTurnResult> BeginAsync(DialogContext dc, string? what, bool isP4, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        var draft = new TriageDraft { CaseId = turn.NewCaseId(), What = string.IsNullOrWhiteSpace(what) ? null : what.Trim() };
        if (turn.Person.IsGuest)
            return dc.BeginDialogAsync(nameof(GuestDialog), draft, cancellationToken);
        var begun = isP4 ? draft with { Kind = TriageDraft.Service, Priority = "P4", Express = true } : draft;
        return dc.BeginDialogAsync(nameof(TriageDialog), begun, cancellationToken);
    }

    /// <summary>A card was tapped whose dialog has ended, or that begins one: a question's, a guest's.</summary>
    private static async Task<DialogTurnResult> ResumeAsync(DialogContext dc, Tap tap, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        var found = turn.IsMember ? await turn.Cases.FindAsync(tap.Id, cancellationToken) : null;
        return (tap.Verb, found) switch
        {
            (Verbs.Guest.Ask, _) => await ReplaceAsync(dc, () => BeginAsync(dc, null, isP4: false, cancellationToken), cancellationToken),
            (Verbs.Guest.Take, { Guest: not null }) => await TakeGuestAsync(dc, found, cancellationToken),
            (Verbs.Question.Level2, { IsOpen: true }) => await AskLevel2Async(dc, found, cancellationToken),
            (_, { IsOpen: true, Kind: CaseKind.Question }) when tap.Verb.StartsWith(Verbs.Question.Prefix, StringComparison.Ordinal) =>
                await ReplaceAsync(dc, () => TriageAsync(dc, TriageResumption.Draft(found, tap.Verb), cancellationToken), cancellationToken),
            _ => await SayAsync(dc, "That card is from an earlier triage that has ended. Type triage for a new one.", cancellationToken),
        };
    }

    /// <summary>A guest's report is taken, and the triage starts with the guest's words. The first one has it.</summary>
    private static async Task<DialogTurnResult> TakeGuestAsync(DialogContext dc, Case report, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        var taken = (await turn.Cases.ApplyAsync(report.Id, c => Guests.Take(c, turn.Person, turn.Moment), cancellationToken))!;
        turn.TappedBecomes = RoundMessage.Of(turn, taken) is null
            ? GuestReportCard.Build(taken, turn.Moment, turn.Person.Id)
            : await RoundMessage.CardAsync(turn, taken, cancellationToken);
        if (taken.Owner != turn.Person.Id || !taken.IsOpen || taken.Kind == CaseKind.ServiceIssue)
            return await SayAsync(dc, $"{turn.Squad.NameOf(taken.Owner)} has it already.", cancellationToken);
        return await ReplaceAsync(dc, () => TriageAsync(dc, TriageResumption.Of(taken), cancellationToken), cancellationToken);
    }

    private static async Task<DialogTurnResult> AskLevel2Async(DialogContext dc, Case question, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        await dc.Context.SendActivityAsync(turn.Message(Level2Form.Build(question, turn.Moment, turn.Person)), cancellationToken);
        return new DialogTurnResult(DialogTurnStatus.Complete);
    }

    private static Task<DialogTurnResult> TriageAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken) =>
        dc.BeginDialogAsync(nameof(TriageDialog), draft, cancellationToken);

    private static async Task<DialogTurnResult> ReplaceAsync(DialogContext dc, Func<Task<DialogTurnResult>> begin, CancellationToken cancellationToken)
    {
        await dc.CancelAllDialogsAsync(cancellationToken);
        return await begin();
    }

    private static bool IsFor(DialogContext dc, Tap tap) => dc.ActiveDialog.Id switch
    {
        nameof(TriageDialog) => ((TriageDraft)dc.ActiveDialog.State[TriageDialog.DraftKey]).CaseId == tap.Id,
        nameof(GuestDialog) => tap.Verb is Verbs.Guest.Send or Verbs.Guest.Cancel,
        _ => false,
    };

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
