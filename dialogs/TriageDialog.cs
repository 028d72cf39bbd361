using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Support;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Hausmeister.Dialogs;

/// <summary>
/// The guided triage. It keeps nothing but its draft: each turn takes one answer into the draft and asks the draft's first
/// unanswered question, so that it goes on from wherever it was stored.
/// </summary>
public sealed class TriageDialog(Answers answers, LookAlikes lookAlikes, IssueFinder issues, TriageOutcomes outcomes) : Dialog(nameof(TriageDialog))
{
    /// <summary>Where the draft stands in the dialog's state.</summary>
    public const string DraftKey = "draft";

    private const int LongestReporter = 200;

    /// <param name="options">The <see cref="TriageDraft"/> to begin with.</param>
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        AskAsync(dc, (TriageDraft)options!, cancellationToken);

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var draft = Draft(dc);
        var step = Step(dc, draft);
        var turn = dc.Context.Turn();
        if (turn.Tap is { } tap && (tap.Id != draft.CaseId || !IsCurrent(tap, draft)))
            return await AskAgainAsync(dc, draft, "That card is from an earlier step. Here is the present one.", cancellationToken);
        var text = dc.Context.Activity.Text ?? "";
        if (turn.Tap is null && text.Trim().Equals("back", StringComparison.OrdinalIgnoreCase))
            return await BackAsync(dc, draft, cancellationToken);
        var answer = turn.Tap is null ? TriageAnswer.Of(text, step, Offered(draft)) : TriageAnswer.Of(turn.Tap);
        return answer is null
            ? await AskAgainAsync(dc, draft, TriageHints.For(step), cancellationToken)
            : await TakeAsync(dc, draft, step, answer, cancellationToken);
    }

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var draft = (TriageDraft)instance.State[DraftKey];
        return ShowAsync(turnContext, draft, TriageFlow.Next(draft, HasSeverity(turnContext)), cancellationToken);
    }

    /// <summary>The person cancelled: a question kept only for this triage goes with it.</summary>
    public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        reason == DialogReason.CancelCalled ? Desk(turnContext).DropAsync((TriageDraft)instance.State[DraftKey], cancellationToken) : Task.CompletedTask;

    private Task<DialogTurnResult> TakeAsync(DialogContext dc, TriageDraft draft, TriageStep step, TriageAnswer answer, CancellationToken cancellationToken) => (step, answer.Verb) switch
    {
        (_, Verbs.Triage.Back) => BackAsync(dc, draft, cancellationToken),
        (_, Verbs.Triage.Cancel) => CancelAsync(dc, draft, cancellationToken),
        (TriageStep.Kind or TriageStep.KindTest, Verbs.Triage.Question) => GoOnAsync(dc, draft with { Kind = TriageDraft.Question }, Done("It is", "a user question"), cancellationToken),
        (TriageStep.Kind or TriageStep.KindTest, Verbs.Triage.Service) => GoOnAsync(dc, draft with { Kind = TriageDraft.Service }, Done("It is", "our service itself"), cancellationToken),
        (TriageStep.Kind, Verbs.Triage.Unsure) => GoOnAsync(dc, draft with { Unsure = true }, Done("It is", "not sure"), cancellationToken),
        (TriageStep.QuestionText or TriageStep.Title, Verbs.Triage.Text) => TakeTextAsync(dc, draft, answer, cancellationToken),
        (TriageStep.Matches, Verbs.Question.Page or Verbs.Question.Case) when answer.Input("source") is { } source => EndAsync(dc, draft, outcomes.PickAsync(dc.Context, draft, Offered(draft).Contains(source) ? source : "", cancellationToken), cancellationToken),
        (TriageStep.Matches, Verbs.Question.Type) => GoOnAsync(dc, draft with { Answering = TriageDraft.ByTyping }, null, cancellationToken),
        (TriageStep.Matches, Verbs.Question.Elsewhere) => GoOnAsync(dc, draft with { Answering = TriageDraft.ByLink }, null, cancellationToken),
        (TriageStep.Matches, Verbs.Question.Level2) => EndAsync(dc, draft, TriageOutcomes.AskLevel2Async(dc.Context, draft, cancellationToken), cancellationToken),
        (TriageStep.Matches, Verbs.Question.Service) => GoOnAsync(dc, draft with { Kind = TriageDraft.Service }, Done("It is", "our service after all"), cancellationToken),
        (TriageStep.TypedAnswer, Verbs.Question.Typed) => EndAsync(dc, draft, outcomes.TypedAsync(dc.Context, draft, answer.Input("answer"), cancellationToken), cancellationToken),
        (TriageStep.AnswerLink, Verbs.Question.Link) => EndAsync(dc, draft, outcomes.LinkAsync(dc.Context, draft, answer.Input("link"), cancellationToken), cancellationToken),
        (TriageStep.LookAlikes, Verbs.Triage.Same) when answer.Input("source") is { } number => EndAsync(dc, draft, outcomes.AddToAsync(dc.Context, draft, Offered(draft).Contains(number) ? number : "", cancellationToken), cancellationToken),
        (TriageStep.LookAlikes, Verbs.Triage.New) => GoOnAsync(dc, draft with { IsNew = true }, Done("Open issues that look alike", "none of these"), cancellationToken),
        (TriageStep.Priority, Verbs.Triage.P4 or Verbs.Triage.P3 or Verbs.Triage.P2 or Verbs.Triage.P1 or Verbs.Triage.Unknown) => TakePriorityAsync(dc, draft, answer.Verb, cancellationToken),
        (TriageStep.Severity, Verbs.Triage.SeverityYes) => GoOnAsync(dc, draft with { Severity = TriageDraft.Yes }, Done("Severity level", "yes, the procedure comes first"), cancellationToken),
        (TriageStep.Severity, Verbs.Triage.SeverityNo) => GoOnAsync(dc, draft with { Severity = TriageDraft.No }, Done("Severity level", "no"), cancellationToken),
        (TriageStep.Review, Verbs.Triage.Text) => GoOnAsync(dc, Reviewed(draft, answer), null, cancellationToken),
        (TriageStep.Review, Verbs.Triage.Create) => EndAsync(dc, Reviewed(draft, answer), TriageOutcomes.CreateAsync(dc.Context, Reviewed(draft, answer), cancellationToken), cancellationToken),
        _ => AskAgainAsync(dc, draft, TriageHints.For(step), cancellationToken),
    };

    private Task<DialogTurnResult> GoOnAsync(DialogContext dc, TriageDraft draft, DoneStep? done, CancellationToken cancellationToken)
    {
        if (done is not null)
            ReplaceTapped(dc, done);
        return AskAsync(dc, draft, cancellationToken);
    }

    private async Task<DialogTurnResult> AskAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken)
    {
        var next = TriageFlow.Stepped(await OfferAsync(dc.Context, draft, cancellationToken));
        dc.ActiveDialog.State[DraftKey] = next;
        await ShowAsync(dc.Context, next, Step(dc, next), cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Looks up what the next question offers. Where no open issue looks alike, that question is left out.</summary>
    private async Task<TriageDraft> OfferAsync(ITurnContext context, TriageDraft draft, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        switch (TriageFlow.Next(draft, HasSeverity(context)))
        {
            case TriageStep.LookAlikes:
                var alike = await lookAlikes.FindAsync(turn.Squad, draft.What!, cancellationToken);
                return alike.Count == 0
                    ? draft with { IsNew = true, Offered = null }
                    : draft with { Offered = string.Join('\n', alike.Select(issue => issue.Number)) };
            case TriageStep.Matches:
                await Desk(context).KeepQuestionAsync(draft, cancellationToken);
                var matches = await answers.FindAsync(turn.Squad, draft.What!, cancellationToken);
                return draft with { Offered = string.Join('\n', matches.Where(m => m.Source != draft.CaseId).Select(match => match.Source)) };
            default:
                return draft;
        }
    }

    private async Task ShowAsync(ITurnContext context, TriageDraft draft, TriageStep step, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var card = step switch
        {
            TriageStep.Kind => KindCard.Build(draft),
            TriageStep.KindTest => KindTestCard.Build(draft),
            TriageStep.QuestionText => QuestionTextCard.Build(draft),
            TriageStep.Matches => MatchesCard.Build(draft, await answers.GetAsync(turn.Squad, Offered(draft), cancellationToken), turn.Moment),
            TriageStep.TypedAnswer => TypedAnswerCard.Build(draft),
            TriageStep.AnswerLink => AnswerLinkCard.Build(draft),
            TriageStep.Title => TitleCard.Build(draft),
            TriageStep.LookAlikes => LookAlikesCard.Build(draft, await issues.KnownAsync(turn, Offered(draft), cancellationToken), turn.Moment),
            TriageStep.Priority => PriorityCard.Build(draft, turn.Squad.NameOf(turn.Moment.HelpFor(turn.Person.Id))),
            TriageStep.Severity => SeverityCard.Build(draft, turn.Squad),
            _ => ReviewCard.Build(draft, turn.Moment),
        };
        await context.SendActivityAsync(turn.Message(card), cancellationToken);
    }

    private async Task<DialogTurnResult> AskAgainAsync(DialogContext dc, TriageDraft draft, string reason, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(Turn.Line(reason), cancellationToken);
        return await AskAsync(dc, draft, cancellationToken);
    }

    private async Task<DialogTurnResult> BackAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken)
    {
        var hadLookAlikes = draft.Kind == TriageDraft.Service && draft.What is not null
            && (await lookAlikes.FindAsync(dc.Context.Turn().Squad, draft.What, cancellationToken)).Count > 0;
        var earlier = TriageFlow.Back(draft, HasSeverity(dc.Context), hadLookAlikes);
        ReplaceTapped(dc, Done("Back", "one step"));
        return earlier == draft
            ? await AskAgainAsync(dc, draft, "This is the first question. Type cancel to leave.", cancellationToken)
            : await AskAsync(dc, earlier, cancellationToken);
    }

    private static async Task<DialogTurnResult> CancelAsync(DialogContext dc, TriageDraft draft, CancellationToken cancellationToken)
    {
        ReplaceTapped(dc, Done("Triage", "cancelled"));
        await Desk(dc.Context).DropAsync(draft, cancellationToken);
        await dc.Context.SendActivityAsync(Turn.Line(RootDialog.Cancelled), cancellationToken);
        return await dc.EndDialogAsync(null, cancellationToken);
    }

    /// <summary>The triage is at its end, unless there was a problem: then it asks again.</summary>
    private async Task<DialogTurnResult> EndAsync(DialogContext dc, TriageDraft draft, Task<TriageOutcome> ending, CancellationToken cancellationToken)
    {
        var outcome = await ending;
        if (outcome.Problem is { } problem)
            return await AskAgainAsync(dc, draft, problem, cancellationToken);
        ReplaceTapped(dc, outcome.Done!);
        return await dc.EndDialogAsync(null, cancellationToken);
    }

    private Task<DialogTurnResult> TakeTextAsync(DialogContext dc, TriageDraft draft, TriageAnswer answer, CancellationToken cancellationToken)
    {
        var what = PeoplesText.Clean(answer.Input("question") ?? answer.Input("title"), TriageDesk.LongestDetails);
        if (what.Length == 0)
            return AskAgainAsync(dc, draft, TriageHints.For(Step(dc, draft)), cancellationToken);
        var reporter = Optional(answer.Input("reporter"), LongestReporter) ?? draft.Reporter;
        var label = draft.Kind == TriageDraft.Question ? "Question" : "Title";
        return GoOnAsync(dc, draft with { What = what, Reporter = reporter }, Done(label, PeoplesText.FirstLine(what, TriageDesk.LongestTitle)), cancellationToken);
    }

    private Task<DialogTurnResult> TakePriorityAsync(DialogContext dc, TriageDraft draft, string verb, CancellationToken cancellationToken)
    {
        var priority = ReviewWords.PriorityOf(verb);
        var level2 = dc.Context.Turn() is var turn ? turn.Squad.NameOf(turn.Moment.HelpFor(turn.Person.Id)) : "";
        return GoOnAsync(dc, draft with { Priority = priority, Severity = null }, Done("Priority", priority == TriageDraft.Unknown ? $"don't know, ask {level2}" : priority), cancellationToken);
    }

    /// <summary>The draft with what the review's fields say. An empty title does not replace the one there is.</summary>
    private static TriageDraft Reviewed(TriageDraft draft, TriageAnswer answer) => draft with
    {
        What = Optional(answer.Input("title"), TriageDesk.LongestTitle) ?? draft.What,
        Priority = answer.Input("priority") is "P1" or "P2" or "P3" or "P4" or TriageDraft.Unknown ? answer.Input("priority") : draft.Priority,
        Details = answer.Inputs.ContainsKey("details") ? Optional(answer.Input("details"), TriageDesk.LongestDetails) : draft.Details,
        Reporter = answer.Inputs.ContainsKey("reporter") ? Optional(answer.Input("reporter"), LongestReporter) : draft.Reporter,
        Severity = answer.Input("severity") is TriageDraft.Yes or TriageDraft.No ? answer.Input("severity") : draft.Severity,
    };

    private static string? Optional(string? text, int longest) => PeoplesText.Clean(text, longest) is { Length: > 0 } cleaned ? cleaned : null;

    private static void ReplaceTapped(DialogContext dc, DoneStep done)
    {
        var turn = dc.Context.Turn();
        if (turn.Tap is not null)
            turn.TappedBecomes = DoneCard.Build(done.What, done.Value, turn.Person.Name, SquadTime.Clock(turn.Squad, turn.Now));
    }

    private static DoneStep Done(string what, string value) => new(what, value);

    private static TriageDesk Desk(ITurnContext context) => new(context.Turn().Cases, context.Turn().Person, context.Turn().Conversation);

    private static TriageDraft Draft(DialogContext dc) => (TriageDraft)dc.ActiveDialog.State[DraftKey];

    private static TriageStep Step(DialogContext dc, TriageDraft draft) => TriageFlow.Next(draft, HasSeverity(dc.Context));

    private static bool HasSeverity(ITurnContext context) => context.Turn().Squad.SeverityProcedure is not null;

    private static bool IsCurrent(Tap tap, TriageDraft draft) => tap.Rev.ToString(System.Globalization.CultureInfo.InvariantCulture) == draft.Step;

    private static string[] Offered(TriageDraft draft) => draft.Offered?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

}
