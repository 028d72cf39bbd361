using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder.Dialogs;

namespace Hausmeister.Dialogs;

/// <summary>A guest's two questions: "What did you do? What did you expect?" Both fit on one card; typed, they come one by one.</summary>
public sealed class GuestDialog : ComponentDialog
{
    private const string Text = "text";
    private const string Did = "did";
    private const string Expected = "expected";
    private const int LongestAnswer = 2_000;

    public GuestDialog()
        : base(nameof(GuestDialog))
    {
        AddDialog(new WaterfallDialog("questions", [AskDidAsync, AskExpectedAsync, SendAsync]));
        AddDialog(new TextPrompt(Text));
        InitialDialogId = "questions";
    }

    /// <summary>Both answers came at once, from the card.</summary>
    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        if (innerDc.Context.Turn().Tap is not { } tap)
            return await base.OnContinueDialogAsync(innerDc, cancellationToken);
        if (tap.Verb == Verbs.Guest.Cancel)
        {
            innerDc.Context.Turn().TappedBecomes = NoticeCard.Build("Cancelled.");
            await innerDc.CancelAllDialogsAsync(cancellationToken);
            return new DialogTurnResult(DialogTurnStatus.Complete);
        }
        if (!tap.Inputs.TryGetValue(Did, out var did) || string.IsNullOrWhiteSpace(did))
            return await AskAgainAsync(innerDc, cancellationToken);
        await ReportAsync(innerDc, tap.Id, did, tap.Inputs.GetValueOrDefault(Expected), cancellationToken);
        await innerDc.CancelAllDialogsAsync(cancellationToken);
        return new DialogTurnResult(DialogTurnStatus.Complete);
    }

    private static async Task<DialogTurnResult> AskDidAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var draft = (TriageDraft)step.Options;
        step.Values[nameof(TriageDraft.CaseId)] = draft.CaseId;
        if (draft.What is { } said)
            return await step.NextAsync(said, cancellationToken);
        var turn = step.Context.Turn();
        await step.Context.SendActivityAsync(turn.Message(GuestQuestionsCard.Build(turn.Moment, draft)), cancellationToken);
        return await step.PromptAsync(Text, new PromptOptions(), cancellationToken);
    }

    private static async Task<DialogTurnResult> AskExpectedAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        step.Values[Did] = (string)step.Result;
        await step.Context.SendActivityAsync(Turn.Line("What did you expect?"), cancellationToken);
        return await step.PromptAsync(Text, new PromptOptions(), cancellationToken);
    }

    private static async Task<DialogTurnResult> SendAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        await ReportAsync(step, (string)step.Values[nameof(TriageDraft.CaseId)], (string)step.Values[Did], (string)step.Result, cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private static async Task<DialogTurnResult> AskAgainAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(Turn.Line("What did you do? One line is enough."), cancellationToken);
        return EndOfTurn;
    }

    private static async Task ReportAsync(DialogContext dc, string caseId, string did, string? expected, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        var place = turn.IsRoom ? "a room" : "the chat";
        var reported = await turn.Cases.FindAsync(caseId, cancellationToken) ?? turn.Cases.Save(Guests.Report(new Case
        {
            Id = caseId,
            Squad = turn.Squad.Id,
            Kind = CaseKind.Question,
            Title = PeoplesText.FirstLine(did, TriageDesk.LongestTitle),
            OpenedAt = turn.Now,
            OpenedBy = turn.Person,
            Conversation = turn.Conversation,
            Guest = new GuestReport(PeoplesText.Clean(did, LongestAnswer), PeoplesText.Clean(expected, LongestAnswer), place),
        }, turn.Moment));
        var sent = GuestSentCard.Build(reported, turn.Moment);
        if (turn.Tap is null)
            await dc.Context.SendActivityAsync(turn.Message(sent), cancellationToken);
        else
            turn.TappedBecomes = sent;
    }
}
