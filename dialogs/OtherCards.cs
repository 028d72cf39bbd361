using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Hausmeister.Dialogs;

/// <summary>Taps on cards that are not the open dialog's: a kept question's, a guest's, or one whose triage has ended. An open triage goes on, unless another takes its place.</summary>
internal sealed class OtherCards(TriageOutcomes outcomes)
{
    private const string EndedForMember = "That card is from a triage that has ended, or somebody else's. Type triage for a new one.";
    private const string EndedForGuest = "That card is from before. Type what happened for a new question.";

    public async Task<DialogTurnResult> TakeAsync(DialogContext dc, Tap tap, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        if (turn.IsMember && tap.Verb == Verbs.Trouble.Triage)
            return await TriageTroubleAsync(dc, tap, cancellationToken);
        var found = turn.IsMember ? await turn.Cases.FindAsync(tap.Id, cancellationToken) : null;
        return (tap.Verb, found) switch
        {
            (Verbs.Guest.Take, { Guest: not null }) => await TakeGuestAsync(dc, found, cancellationToken),
            (Verbs.Question.Level2, { IsOpen: true }) => await AskLevel2Async(dc, found, cancellationToken),
            (Verbs.Question.Elsewhere, { IsOpen: true, Kind: CaseKind.Question, Origin: not null }) => await AnsweredThereAsync(dc, found, cancellationToken),
            (_, { IsOpen: true, Kind: CaseKind.Question }) when tap.Verb.StartsWith(Verbs.Question.Prefix, StringComparison.Ordinal) =>
                await BeginAsync(dc, TriageResumption.Draft(found, tap.Verb), cancellationToken),
            (_, { } ended) => await ShowOutcomeAsync(dc, ended, cancellationToken),
            _ => await SayAsync(dc, turn.IsMember ? EndedForMember : EndedForGuest, cancellationToken),
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
        if (!taken.IsOpen || taken.Kind == CaseKind.ServiceIssue)
            return await ShowOutcomeAsync(dc, taken, cancellationToken);
        if (taken.Owner != turn.Person.Id)
            return await SayAsync(dc, $"{turn.Squad.NameOf(taken.Owner)} has it already.", cancellationToken);
        return await BeginAsync(dc, TriageResumption.Of(taken), cancellationToken);
    }

    /// <summary>What is wrong with the nightly run is known: the triage starts at the priority.</summary>
    private static async Task<DialogTurnResult> TriageTroubleAsync(DialogContext dc, Tap tap, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        return await turn.FindTroubleAsync(tap.Id, cancellationToken) is var (day, trouble)
            ? await BeginAsync(dc, TroubleTriage.Draft(day, trouble, turn.NewCaseId(), turn.Squad), cancellationToken)
            : await SayAsync(dc, "I know no such trouble any more. Type triage for a new one.", cancellationToken);
    }

    private static async Task<DialogTurnResult> AskLevel2Async(DialogContext dc, Case question, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        await dc.Context.SendActivityAsync(turn.Message(Level2Form.Build(question, turn.Moment, turn.Person)), cancellationToken);
        return Result(dc);
    }

    /// <summary>The member answered in the thread that the question came from: there is nothing to ask, and an open triage goes on.</summary>
    private async Task<DialogTurnResult> AnsweredThereAsync(DialogContext dc, Case question, CancellationToken cancellationToken)
    {
        TriageDialog.ReplaceTapped(dc, await outcomes.AnsweredThereAsync(dc.Context, question.Id, question.Origin!.Link, cancellationToken));
        return Result(dc);
    }

    /// <summary>The tapped card's triage takes the place of an open one, and that is said.</summary>
    private static async Task<DialogTurnResult> BeginAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken)
    {
        await LeaveOpenAsync(dc, cancellationToken);
        return await dc.ReplaceDialogAsync(nameof(TriageDialog), draft, cancellationToken);
    }

    public static async Task LeaveOpenAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        if (dc.ActiveDialog is not null)
            await SayAsync(dc, "The triage that was open here is left; nothing was created.", cancellationToken);
    }

    /// <summary>As after a double tap: what came of the triage.</summary>
    private static async Task<DialogTurnResult> ShowOutcomeAsync(DialogContext dc, Case ended, CancellationToken cancellationToken)
    {
        await ShowOutcomeAsync(dc.Context, ended, cancellationToken);
        return Result(dc);
    }

    public static async Task ShowOutcomeAsync(ITurnContext context, Case ended, CancellationToken cancellationToken)
    {
        await context.SendActivityAsync(Turn.Line("That triage has ended. Here is what came of it."), cancellationToken);
        await CommandAnswers.ShowAsync(context, ended, cancellationToken);
    }

    private static async Task<DialogTurnResult> SayAsync(DialogContext dc, string text, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(Turn.Line(text), cancellationToken);
        return Result(dc);
    }

    private static DialogTurnResult Result(DialogContext dc) => dc.ActiveDialog is null ? new DialogTurnResult(DialogTurnStatus.Complete) : Dialog.EndOfTurn;
}
