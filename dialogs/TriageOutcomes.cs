using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
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

    internal static async Task<TriageOutcome> CreateAsync(ITurnContext context, TriageDraft draft, CancellationToken cancellationToken)
    {
        if (draft.Priority is null || string.IsNullOrWhiteSpace(draft.What))
            return TriageOutcome.Failed("An issue needs a title and a priority.");
        var created = await Desk(context).CreateAsync(draft, cancellationToken);
        await CommandAnswers.ShowAsync(context, created, cancellationToken);
        return TriageOutcome.Ended("Reviewed", created.Title);
    }

    /// <summary>The words become a comment on an issue that is open already.</summary>
    internal async Task<TriageOutcome> AddToAsync(ITurnContext context, TriageDraft draft, string number, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (number.Length == 0 || await issues.CaseAsync(turn, number, cancellationToken) is not { } known)
            return TriageOutcome.Failed("I cannot find that one now. Tap another one, or none of these.");
        var added = await Desk(context).AddToAsync(known.Id, draft, cancellationToken);
        await context.SendActivityAsync(Turn.Line($"Your words are a comment on #{number} now."), cancellationToken);
        await CommandAnswers.ShowAsync(context, added, cancellationToken);
        return TriageOutcome.Ended("It is", added.Label);
    }

    internal async Task<TriageOutcome> PickAsync(ITurnContext context, TriageDraft draft, string source, CancellationToken cancellationToken)
    {
        if (await answers.GetAsync(context.Turn().Squad, [source], cancellationToken) is not [var match])
            return TriageOutcome.Failed(TriageHints.For(TriageStep.Matches));
        var kind = match.Earlier is null ? AnswerKind.Page : AnswerKind.EarlierCase;
        return await AnsweredAsync(context, draft, kind, match.Earlier?.Answer?.Text ?? match.Title, match.Url, match.Source, cancellationToken);
    }

    internal async Task<TriageOutcome> TypedAsync(ITurnContext context, TriageDraft draft, string? answer, CancellationToken cancellationToken) =>
        PeoplesText.Clean(answer, TriageDesk.LongestDetails) is { Length: > 0 } text
            ? await AnsweredAsync(context, draft, AnswerKind.Typed, text, null, null, cancellationToken)
            : TriageOutcome.Failed(TriageHints.For(TriageStep.TypedAnswer));

    internal async Task<TriageOutcome> LinkAsync(ITurnContext context, TriageDraft draft, string? link, CancellationToken cancellationToken) =>
        link is { Length: <= LongestLink } && Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? await AnsweredAsync(context, draft, AnswerKind.Elsewhere, null, url, null, cancellationToken)
            : TriageOutcome.Failed(TriageHints.For(TriageStep.AnswerLink));

    internal static async Task<TriageOutcome> AskLevel2Async(ITurnContext context, TriageDraft draft, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var asked = await turn.Cases.ApplyAsync(draft.CaseId, c => Level2Rules.Ask(c, Level2Reason.WhereToStart, null, turn.Person, turn.Moment), cancellationToken);
        await CommandAnswers.ShowAsync(context, asked!, cancellationToken);
        return TriageOutcome.Ended("Asked", turn.Squad.NameOf(asked!.Level2!.Asked));
    }

    private async Task<TriageOutcome> AnsweredAsync(
        ITurnContext context, TriageDraft draft, AnswerKind kind, string? text, Uri? link, string? source, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var answer = new Answer(kind, text, link, source, turn.Person, turn.Now);
        var answered = await turn.Cases.ApplyAsync(draft.CaseId, c => Questions.AnswerWith(c, answer, turn.Moment), cancellationToken);
        await answers.LearnAsync(turn.Squad, answered!, cancellationToken);
        await CommandAnswers.ShowAsync(context, answered!, cancellationToken);
        await OfferDocsAsync(context, answered!, cancellationToken);
        return TriageOutcome.Ended("Answered", text ?? link!.ToString());
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

    private static TriageDesk Desk(ITurnContext context) => new(context.Turn().Cases, context.Turn().Person, context.Turn().Conversation);
}
