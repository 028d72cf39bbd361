using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Support;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder;

namespace Hausmeister.Dialogs;

/// <summary>How a triage ended, or why it could not end yet.</summary>
/// <param name="Done">What the last card becomes.</param>
/// <param name="Problem">What to say before the question comes again.</param>
internal sealed record TriageOutcome(DoneStep? Done, string? Problem)
{
    public static TriageOutcome Ended(string what, string value) => new(new DoneStep(what, value), null);

    public static TriageOutcome Failed(string problem) => new(null, problem);
}

/// <summary>An answered step in one line: "Priority: P3".</summary>
internal sealed record DoneStep(string What, string Value);

/// <summary>The ends of a triage: an issue, a comment on one that is known, an answer, Level 2.</summary>
public sealed class TriageOutcomes(Answers answers, IssueFinder issues)
{
    private const int LongestLink = 2_000;

    /// <summary>Ends the triage with the answer; a problem where the answer does not fit the step.</summary>
    internal Task<TriageOutcome> OfAsync(ITurnContext context, TriageDraft draft, TriageStep step, TriageAnswer answer, CancellationToken cancellationToken) => (step, answer.Verb) switch
    {
        (TriageStep.Matches, Verbs.Question.Page or Verbs.Question.Case) when answer.Input("source") is { } source => PickAsync(context, draft, source, cancellationToken),
        (TriageStep.Matches, Verbs.Question.Elsewhere) when draft.ToOrigin() is { } origin => ThereAsync(context, draft, origin, cancellationToken),
        (TriageStep.Matches, Verbs.Question.Level2) => AskLevel2Async(context, draft, cancellationToken),
        (TriageStep.TypedAnswer, Verbs.Question.Typed) => TypedAsync(context, draft, answer.Input("answer"), cancellationToken),
        (TriageStep.AnswerLink, Verbs.Question.Link) => LinkAsync(context, draft, answer.Input("link"), cancellationToken),
        (TriageStep.LookAlikes, Verbs.Triage.Same) when answer.Input("source") is { } number => AddToAsync(context, draft, number, cancellationToken),
        (TriageStep.Review, Verbs.Triage.Create) => CreateAsync(context, TriageTaken.Reviewed(draft, answer), cancellationToken),
        _ => Task.FromResult(TriageOutcome.Failed(TriageHints.For(step))),
    };

    private static async Task<TriageOutcome> CreateAsync(ITurnContext context, TriageDraft draft, CancellationToken cancellationToken)
    {
        if (draft.Priority is null || string.IsNullOrWhiteSpace(draft.What))
            return TriageOutcome.Failed("An issue needs a title and a priority.");
        var created = await context.TriageDesk().CreateAsync(draft, cancellationToken);
        await CommandAnswers.ShowAsync(context, created, cancellationToken);
        return TriageOutcome.Ended("Reviewed", created.Title);
    }

    /// <summary>The words become a comment on an issue that is open already.</summary>
    private async Task<TriageOutcome> AddToAsync(ITurnContext context, TriageDraft draft, string number, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (!TriageQuestions.Offered(draft).Contains(number) || await issues.CaseAsync(turn, number, cancellationToken) is not { } known)
            return TriageOutcome.Failed("I cannot find that one now. Tap another one, or none of these.");
        var added = await context.TriageDesk().AddToAsync(known.Id, draft, cancellationToken);
        await context.SendActivityAsync(Turn.Line($"Your words are a comment on #{number} now."), cancellationToken);
        await CommandAnswers.ShowAsync(context, added, cancellationToken);
        return TriageOutcome.Ended("It is", added.Label);
    }

    private async Task<TriageOutcome> PickAsync(ITurnContext context, TriageDraft draft, string source, CancellationToken cancellationToken)
    {
        if (!TriageQuestions.Offered(draft).Contains(source) || await answers.GetAsync(context.Turn().Squad, [source], cancellationToken) is not [var match])
            return TriageOutcome.Failed(TriageHints.For(TriageStep.Matches));
        var kind = match.Earlier is null ? AnswerKind.Page : AnswerKind.EarlierCase;
        return await AnsweredAsync(context, draft, kind, match.Earlier?.Answer?.Text ?? match.Title, match.Url, match.Source, cancellationToken);
    }

    private async Task<TriageOutcome> TypedAsync(ITurnContext context, TriageDraft draft, string? answer, CancellationToken cancellationToken) =>
        PeoplesText.Clean(answer, TriageDesk.LongestDetails) is { Length: > 0 } text
            ? await AnsweredAsync(context, draft, AnswerKind.Typed, text, null, null, cancellationToken)
            : TriageOutcome.Failed(TriageHints.For(TriageStep.TypedAnswer));

    private async Task<TriageOutcome> LinkAsync(ITurnContext context, TriageDraft draft, string? link, CancellationToken cancellationToken) =>
        link is { Length: <= LongestLink } && Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? await AnsweredAsync(context, draft, AnswerKind.Elsewhere, null, url, null, cancellationToken)
            : TriageOutcome.Failed(TriageHints.For(TriageStep.AnswerLink));

    private async Task<TriageOutcome> ThereAsync(ITurnContext context, TriageDraft draft, Origin origin, CancellationToken cancellationToken) =>
        new(await AnsweredThereAsync(context, draft.CaseId, origin.Link, cancellationToken), null);

    /// <summary>The member answered in the thread that the question came from: its link is kept, and nothing is said there.</summary>
    internal async Task<DoneStep> AnsweredThereAsync(ITurnContext context, string question, Uri thread, CancellationToken cancellationToken)
    {
        await AnswerAsync(context, question, AnswerKind.Elsewhere, null, thread, null, cancellationToken);
        return new DoneStep("Answered", "in the thread");
    }

    private static async Task<TriageOutcome> AskLevel2Async(ITurnContext context, TriageDraft draft, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var asked = await turn.Cases.ApplyAsync(draft.CaseId, c => Level2Rules.Ask(c, Level2Reason.WhereToStart, null, turn.Person, turn.Moment), cancellationToken);
        await CommandAnswers.ShowAsync(context, asked!, cancellationToken);
        return TriageOutcome.Ended("Asked", turn.Squad.NameOf(asked!.Level2!.Asked));
    }

    private async Task<TriageOutcome> AnsweredAsync(
        ITurnContext context, TriageDraft draft, AnswerKind kind, string? text, Uri? link, string? source, CancellationToken cancellationToken)
    {
        await AnswerAsync(context, draft.CaseId, kind, text, link, source, cancellationToken);
        return TriageOutcome.Ended(draft.ToOrigin() is null ? "Answered" : "Posted in the thread", text ?? "elsewhere");
    }

    private async Task AnswerAsync(ITurnContext context, string question, AnswerKind kind, string? text, Uri? link, string? source, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var answer = new Answer(kind, text, link, source, turn.Person, turn.Now);
        var answered = await turn.Cases.ApplyAsync(question, c => Questions.AnswerWith(c, answer, turn.Moment), cancellationToken);
        await answers.LearnAsync(turn.Squad, answered!, cancellationToken);
        await CommandAnswers.ShowAsync(context, answered!, cancellationToken);
        await OfferDocsAsync(context, answered!, cancellationToken);
    }

    /// <summary>The third time that the same page or case answers, docs are offered.</summary>
    private static async Task OfferDocsAsync(ITurnContext context, Case answered, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var same = await SameQuestion.ThatNeedDocsAsync(turn.Cases, answered, cancellationToken);
        if (same.Count == 0)
            return;
        var offered = await turn.Cases.ApplyAsync(answered.Id, c => c with { DocsOffered = true }, cancellationToken);
        await context.SendActivityAsync(turn.Message(DocsOfferCard.Build(same, turn.Moment), offered, PostKind.DocsOffer), cancellationToken);
    }
}
