using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Support;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>A question with what may answer it: pages of the docs, and questions that were answered before.</summary>
public static class MatchesCard
{
    /// <param name="matches">The best first; may be none.</param>
    public static AdaptiveCard Build(TriageDraft draft, IReadOnlyList<AnswerMatch> matches, Moment moment)
    {
        var (target, origin) = (Target.Of(draft), draft.ToOrigin());
        var found = matches.Count == 0 ? "Nothing alike was found" : $"{English.Plural(matches.Count, "answer")} may fit";
        return Card.Of($"Question: {PeoplesLine.Of(draft.What)} {found}.",
            [
                Text.Head(Kicker(draft), $"{draft.What}", Text.QuoteLines),
                Text.Line(Offer(matches, origin)),
                .. Rows.Spaced(matches.Select(match => Row(target, match, origin, moment))),
                ReadFirst(matches),
            ],
            target.Button(QuestionWords.Type(origin), Verbs.Question.Type),
            target.Button(QuestionWords.Elsewhere(origin), Verbs.Question.Elsewhere),
            target.Button("Ask Level 2", Verbs.Question.Level2),
            target.Button("It is our service after all", Verbs.Question.Service));
    }

    private static Markdown Kicker(TriageDraft draft) => Markdown.Join(" · ",
        [Markdown.Of($"User question"), draft.Reporter is { } reporter ? Markdown.Of($"asked by {reporter}") : null, CaseWords.Thread(draft.ToOrigin())]);

    private static Markdown Offer(IReadOnlyList<AnswerMatch> matches, Origin? origin) => (matches.Count, origin) switch
    {
        (0, _) => $"Nothing in the docs or earlier answers looks like it.",
        (_, null) => $"These may answer it. Tap the one that did.",
        _ => $"These may answer it. The one that you tap is posted in the thread.",
    };

    private static AdaptiveContainer Row(Target target, AnswerMatch match, Origin? origin, Moment moment)
    {
        var (verb, small) = match.Earlier is { } earlier
            ? (Verbs.Question.Case, Earlier(earlier, moment))
            : (Verbs.Question.Page, Markdown.Of($"Docs · {Address(match.Url)}"));
        return target.Row($"{match.Title}", small, verb, QuestionWords.Pick(origin, match.Url), source: match.Source);
    }

    private static Markdown Earlier(Case earlier, Moment moment) => earlier.Answer switch
    {
        { Text: { } text } answer => Markdown.Of($"Answered by {answer.By.Name}, {DutyWords.Date(moment, answer.At)}: “{text}”"),
        { } answer => Markdown.Of($"Answered by {answer.By.Name}, {DutyWords.Date(moment, answer.At)}: {Address(answer.Link)}"),
        null => Markdown.Of($"Answered earlier"),
    };

    private static AdaptiveTextBlock? ReadFirst(IReadOnlyList<AnswerMatch> matches)
    {
        var links = Markdown.Join(" · ", matches.Where(m => m.Url is not null).Select(m => Markdown.Link(Links.LastPart(m.Url!), m.Url)));
        return links.Plain.Length == 0 ? null : Text.Foot($"Read first: {links}");
    }

    private static string Address(Uri? url) => url is null ? "" : Links.Address(url);
}
