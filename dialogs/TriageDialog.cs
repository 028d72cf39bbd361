using System.Globalization;
using Hausmeister.Cards;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Hausmeister.Dialogs;

/// <summary>
/// The guided triage. It keeps nothing but its draft: each turn takes one answer into the draft and asks the draft's first
/// unanswered question, so that it goes on from wherever it was stored.
/// </summary>
public sealed class TriageDialog(TriageQuestions questions, TriageOutcomes outcomes) : Dialog(nameof(TriageDialog))
{
    /// <summary>Where the draft stands in the dialog's state.</summary>
    public const string DraftKey = "draft";

    /// <summary>Words that would begin another triage may be the answer to a question of this one.</summary>
    internal static bool IsAnswer(DialogContext dc, Command.Triage words) => TriageQuestions.StepOf(dc.Context, Draft(dc.ActiveDialog)) switch
    {
        TriageStep.TypedAnswer => words.What is not null,
        TriageStep.Priority => words.IsP4,
        _ => false,
    };

    /// <param name="options">The <see cref="TriageDraft"/> to begin with.</param>
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        AskAsync(dc, (TriageDraft)options!, cancellationToken);

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var draft = Draft(dc.ActiveDialog);
        var step = TriageQuestions.StepOf(dc.Context, draft);
        var turn = dc.Context.Turn();
        if (TriageFlow.MayEnd(step) && await EndedElsewhereAsync(dc, draft, cancellationToken) is { } ended)
            return ended;
        if (turn.Tap is { } tap && (tap.Id != draft.CaseId || !IsCurrent(tap, draft)))
            return await AskAgainAsync(dc, draft, "That card is from an earlier step. Here is the present one.", cancellationToken);
        var text = dc.Context.Activity.Text ?? "";
        if (turn.Tap is null && text.Trim().Equals("back", StringComparison.OrdinalIgnoreCase))
            return await BackAsync(dc, draft, cancellationToken);
        var answer = turn.Tap is null ? TriageAnswer.Of(text, step, TriageQuestions.Offered(draft)) : TriageAnswer.Of(turn.Tap);
        return answer is null
            ? await AskAgainAsync(dc, draft, TriageHints.For(step), cancellationToken)
            : await TakeAsync(dc, draft, step, answer, cancellationToken);
    }

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        questions.ShowAsync(turnContext, Draft(instance), cancellationToken);

    /// <summary>The person cancelled: a question kept only for this triage goes with it.</summary>
    public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        reason == DialogReason.CancelCalled ? turnContext.TriageDesk().DropAsync(Draft(instance), cancellationToken) : Task.CompletedTask;

    private async Task<DialogTurnResult> TakeAsync(DialogContext dc, TriageDraft draft, TriageStep step, TriageAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Verb == Verbs.Triage.Back)
            return await BackAsync(dc, draft, cancellationToken);
        if (answer.Verb == Verbs.Triage.Cancel)
            return await CancelAsync(dc, draft, cancellationToken);
        if (TriageTaken.Of(draft, step, answer, dc.Context.Turn().Level2Name) is { } taken)
            return await GoOnAsync(dc, taken, cancellationToken);
        var outcome = await outcomes.OfAsync(dc.Context, draft, step, answer, cancellationToken);
        return outcome.Problem is { } problem
            ? await AskAgainAsync(dc, step == TriageStep.Review ? TriageTaken.Reviewed(draft, answer) : draft, problem, cancellationToken)
            : await EndAsync(dc, outcome.Done!, cancellationToken);
    }

    private Task<DialogTurnResult> GoOnAsync(DialogContext dc, TriageTaken taken, CancellationToken cancellationToken)
    {
        if (taken.Done is { } done)
            ReplaceTapped(dc, done);
        return AskAsync(dc, taken.Draft, cancellationToken);
    }

    private async Task<DialogTurnResult> AskAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken)
    {
        if (TriageQuestions.StepOf(dc.Context, draft) == TriageStep.Matches && await EndedElsewhereAsync(dc, draft, cancellationToken) is { } ended)
            return ended;
        var next = TriageFlow.Stepped(await questions.OfferAsync(dc.Context, draft, cancellationToken));
        dc.ActiveDialog.State[DraftKey] = next;
        await questions.ShowAsync(dc.Context, next, cancellationToken);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> AskAgainAsync(DialogContext dc, TriageDraft draft, string reason, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(Turn.Line(reason), cancellationToken);
        return await AskAsync(dc, draft, cancellationToken);
    }

    private async Task<DialogTurnResult> BackAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken)
    {
        var earlier = TriageFlow.Back(draft);
        ReplaceTapped(dc, new DoneStep("Back", "one step"));
        return earlier == draft
            ? await AskAgainAsync(dc, draft, "This is the first question. Type cancel to leave.", cancellationToken)
            : await AskAsync(dc, earlier, cancellationToken);
    }

    private static async Task<DialogTurnResult> CancelAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken)
    {
        await dc.Context.TriageDesk().DropAsync(draft, cancellationToken);
        await dc.Context.SendActivityAsync(Turn.Line(RootDialog.Cancelled), cancellationToken);
        return await EndAsync(dc, new DoneStep("Triage", "cancelled"), cancellationToken);
    }

    /// <summary>Two people may triage one kept question: the first outcome counts, and the second person reads it. Null: this triage goes on.</summary>
    private static async Task<DialogTurnResult?> EndedElsewhereAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken)
    {
        if (await dc.Context.TriageDesk().EndedElsewhereAsync(draft, cancellationToken) is not { } outcome)
            return null;
        await OtherCards.ShowOutcomeAsync(dc.Context, outcome, cancellationToken);
        return await EndAsync(dc, new DoneStep("Triage", "ended"), cancellationToken);
    }

    private static Task<DialogTurnResult> EndAsync(DialogContext dc, DoneStep done, CancellationToken cancellationToken)
    {
        ReplaceTapped(dc, done);
        return dc.EndDialogAsync(null, cancellationToken);
    }

    internal static void ReplaceTapped(DialogContext dc, DoneStep done)
    {
        var turn = dc.Context.Turn();
        if (turn.Tap is not null)
            turn.TappedBecomes = DoneCard.Build(done.What, done.Value, turn.Person.Name, SquadTime.Clock(turn.Squad, turn.Now));
    }

    private static TriageDraft Draft(DialogInstance instance) => (TriageDraft)instance.State[DraftKey];

    private static bool IsCurrent(Tap tap, TriageDraft draft) => tap.Rev.ToString(CultureInfo.InvariantCulture) == draft.Step;
}
