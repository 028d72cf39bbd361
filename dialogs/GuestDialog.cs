using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Hausmeister.Dialogs;

/// <summary>
/// A guest's two questions: "What did you do? What did you expect?" Both fit on one card; typed, they come one by one.
/// It keeps nothing but its draft, with the first answer in it.
/// </summary>
public sealed class GuestDialog() : Dialog(nameof(GuestDialog))
{
    private const int LongestAnswer = 2_000;

    /// <param name="options">The <see cref="TriageDraft"/> to begin with.</param>
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var draft = (TriageDraft)options!;
        return dc.Context.Turn().Tap is { Verb: Verbs.Guest.Begin } tap ? TakeAsync(dc, draft with { What = null }, tap, cancellationToken) : AskAsync(dc, draft, cancellationToken);
    }

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var draft = Draft(dc.ActiveDialog);
        if (dc.Context.Turn().Tap is { } tap)
            return TakeAsync(dc, draft, tap, cancellationToken);
        var text = PeoplesText.Clean(dc.Context.Activity.Text, LongestAnswer);
        if (text.Equals("back", StringComparison.OrdinalIgnoreCase))
            return BackAsync(dc, draft, cancellationToken);
        return (text, draft.What) switch
        {
            ("", _) => AskAgainAsync(dc, draft, "I need some words. One line is enough.", cancellationToken),
            (_, null) => AskAsync(dc, draft with { What = text }, cancellationToken),
            (_, { } did) => ReportAsync(dc, draft, did, text, cancellationToken),
        };
    }

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        ShowAsync(turnContext, Draft(instance), cancellationToken);

    /// <summary>Both answers came at once, from the card.</summary>
    private static Task<DialogTurnResult> TakeAsync(DialogContext dc, TriageDraft draft, Tap tap, CancellationToken cancellationToken)
    {
        if (tap.Verb == Verbs.Guest.Cancel)
        {
            dc.Context.Turn().TappedBecomes = NoticeCard.Build("Cancelled.");
            return dc.EndDialogAsync(null, cancellationToken);
        }

        var did = PeoplesText.Clean(tap.Inputs.GetValueOrDefault(GuestBeginForm.Did), LongestAnswer);
        return did.Length == 0
            ? AskAgainAsync(dc, draft, "What did you do? One line is enough.", cancellationToken)
            : ReportAsync(dc, draft, did, tap.Inputs.GetValueOrDefault(GuestBeginForm.Expected), cancellationToken);
    }

    private static Task<DialogTurnResult> BackAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken) => draft.What is null
        ? AskAgainAsync(dc, draft, "This is the first question. Type cancel to leave.", cancellationToken)
        : AskAsync(dc, draft with { What = null }, cancellationToken);

    private static async Task<DialogTurnResult> AskAgainAsync(DialogContext dc, TriageDraft draft, string reason, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(Turn.Line(reason), cancellationToken);
        return await AskAsync(dc, draft, cancellationToken);
    }

    private static async Task<DialogTurnResult> AskAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken)
    {
        dc.ActiveDialog.State[TriageDialog.DraftKey] = draft;
        await ShowAsync(dc.Context, draft, cancellationToken);
        return EndOfTurn;
    }

    private static Task ShowAsync(ITurnContext context, TriageDraft draft, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var question = draft.What is null ? turn.Message(GuestQuestionsCard.Build(turn.Moment, draft)) : Turn.Line("What did you expect?");
        return context.SendActivityAsync(question, cancellationToken);
    }

    private static async Task<DialogTurnResult> ReportAsync(DialogContext dc, TriageDraft draft, string did, string? expected, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        var reported = turn.Cases.Save(Guests.Report(new Case
        {
            Id = draft.CaseId,
            Squad = turn.Squad.Id,
            Kind = CaseKind.Question,
            Title = PeoplesText.FirstLine(did, TriageDesk.LongestTitle),
            OpenedAt = turn.Now,
            OpenedBy = turn.Person,
            Conversation = turn.Conversation,
            Origin = draft.ToOrigin(),
            Guest = new GuestReport(PeoplesText.Clean(did, LongestAnswer), PeoplesText.Clean(expected, LongestAnswer), turn.IsRoom ? "a room" : "the chat"),
        }, turn.Moment));
        var sent = GuestSentCard.Build(reported, turn.Moment);
        if (turn.Tap is null)
            await dc.Context.SendActivityAsync(turn.Message(sent), cancellationToken);
        else
            turn.TappedBecomes = sent;
        return await dc.EndDialogAsync(null, cancellationToken);
    }

    private static TriageDraft Draft(DialogInstance instance) => (TriageDraft)instance.State[TriageDialog.DraftKey];
}
