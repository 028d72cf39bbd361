using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Cards;

/// <summary>The same question for the third time in 30 days: shall docs get written?</summary>
public static class DocsOfferCard
{
    /// <param name="same">The questions, the newest first; the offer stands on that one.</param>
    public static AdaptiveCard Build(IReadOnlyList<Case> same, Moment moment) => same[0] switch
    {
        { DocsIssue: { } issue } => NoticeCard.Of($"**Docs issue {Markdown.Link($"#{issue.Number}", issue.Url)}** holds the questions that were the same."),
        { Duties: var duties } when duties.Any(d => d.Kind == DutyKind.CreateDocsIssue) => NoticeCard.Of($"Creating the docs issue… This card changes by itself."),
        var newest => Offer(newest, same, moment),
    };

    private static AdaptiveCard Offer(Case newest, IReadOnlyList<Case> same, Moment moment)
    {
        var target = Target.Of(newest);
        return Card.Of($"Three times the same question in 30 days: {newest.Title} Write a docs issue?",
            [
                Text.Head($"Docs · third time in 30 days", $"Three times the same question"),
                newest.Answer is { } answer ? Text.Line(AnsweredAll(answer)) : null,
                .. same.Take(Questions.SameQuestionsForDocs).Select(question => Question(question, moment)),
                Text.Foot($"The issue gets all three questions, so that docs get written."),
            ],
            target.Positive("Create a docs issue", Verbs.Docs.Create),
            target.Button("Not now", Verbs.Docs.Later));
    }

    private static Markdown AnsweredAll(Answer answer) => answer.Kind == AnswerKind.Page
        ? Markdown.Of($"{AnswerWords.Of(answer)} answered all three, so the page is there and is not found.")
        : Markdown.Of($"An earlier answer fitted all three: “{answer.Text}”");

    private static AdaptiveContainer Question(Case question, Moment moment) => Block.Item(
        AdaptiveSpacing.Medium,
        Text.Line($"“{question.Title}”", AdaptiveSpacing.Default, Text.QuoteLines),
        Text.Meta($"{question.Reporter ?? question.OpenedBy.Name}, {DutyWords.Day(moment, question.OpenedAt)}"));
}
