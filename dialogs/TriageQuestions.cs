using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Support;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder;

namespace Hausmeister.Dialogs;

/// <summary>The asking half of a triage: looks up what a question offers, and shows its card.</summary>
public sealed class TriageQuestions(Answers answers, LookAlikes lookAlikes, IssueFinder issues)
{
    /// <summary>Looks up what the next question offers. Where no open issue looks alike, that question is left out.</summary>
    internal async Task<TriageDraft> OfferAsync(ITurnContext context, TriageDraft draft, CancellationToken cancellationToken)
    {
        switch (StepOf(context, draft))
        {
            case TriageStep.LookAlikes:
                var alike = await lookAlikes.FindAsync(context.Turn().Squad, draft.What!, cancellationToken);
                return alike.Count == 0
                    ? draft with { IsNew = true, Offered = null }
                    : draft with { Offered = string.Join('\n', alike.Select(issue => issue.Number)) };
            case TriageStep.Matches:
                await context.TriageDesk().KeepQuestionAsync(draft, cancellationToken);
                var matches = await answers.FindAsync(context.Turn().Squad, draft.What!, cancellationToken);
                return draft with { Offered = string.Join('\n', matches.Where(m => m.Source != draft.CaseId).Select(match => match.Source)) };
            default:
                return draft;
        }
    }

    internal async Task ShowAsync(ITurnContext context, TriageDraft draft, CancellationToken cancellationToken) =>
        await context.SendActivityAsync(context.Turn().Message(await CardAsync(context, draft, cancellationToken)), cancellationToken);

    internal static TriageStep StepOf(ITurnContext context, TriageDraft draft) =>
        TriageFlow.Next(draft, hasSeverity: context.Turn().Squad.SeverityProcedure is not null);

    /// <summary>What the last card offered by place.</summary>
    internal static string[] Offered(TriageDraft draft) => draft.Offered?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private async Task<AdaptiveCard> CardAsync(ITurnContext context, TriageDraft draft, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        return StepOf(context, draft) switch
        {
            TriageStep.Kind => KindCard.Build(draft),
            TriageStep.KindTest => KindTestCard.Build(draft),
            TriageStep.QuestionText => QuestionTextCard.Build(draft),
            TriageStep.Matches => MatchesCard.Build(draft, await answers.GetAsync(turn.Squad, Offered(draft), cancellationToken), turn.Moment),
            TriageStep.TypedAnswer => TypedAnswerCard.Build(draft),
            TriageStep.AnswerLink => AnswerLinkCard.Build(draft),
            TriageStep.Title => TitleCard.Build(draft),
            TriageStep.LookAlikes => LookAlikesCard.Build(draft, await issues.KnownAsync(turn, Offered(draft), cancellationToken), turn.Moment),
            TriageStep.Priority => PriorityCard.Build(draft, turn.Level2Name),
            TriageStep.Severity => SeverityCard.Build(draft, turn.Squad),
            _ => ReviewCard.Build(draft, turn.Moment, turn.Level2Name),
        };
    }
}
