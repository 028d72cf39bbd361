using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>The one thing to do now.</summary>
public static class NextCard
{
    public static AdaptiveCard Build(Case? next, Moment moment, NextSummary summary) => next switch
    {
        null => Empty(moment, summary),
        { Kind: CaseKind.Question } => Question(next, moment, summary),
        _ => Issue(next, moment, summary),
    };

    private static AdaptiveCard Issue(Case next, Moment moment, NextSummary summary)
    {
        var target = Target.Of(next);
        var isP4 = next.Priority == Priority.P4;
        return Card.Of($"Next: {next.Priority} {next.Label}.",
            [
                Text.Head(CaseWords.Kicker(next, moment, "Next"), $"{next.Title}"),
                next.Severity ? SeverityWords.ProcedureFirst(moment.Squad) : null,
                isP4
                    ? Block.Notice(AdaptiveContainerStyle.Attention, Markdown.Join(" ", [Markdown.Of($"**P4 Stop everything, pull people in.**"), CaseWords.Helpers(next, moment)]))
                    : Block.Quiet(Text.Line(PriorityWords.Meaning(next.Priority), AdaptiveSpacing.Default)),
                .. CaseWords.LastNotes(next, moment),
                After(next, summary),
            ],
            isP4 ? target.Positive("Pull in…", Verbs.Issue.PullIn) : null,
            target.Button("Note", Verbs.Issue.Note),
            isP4 ? null : target.Button("Give to…", Verbs.Issue.Give),
            target.Button("Ask Level 2", Verbs.Issue.Level2),
            target.Button("Fixed", Verbs.Issue.Fixed));
    }

    private static AdaptiveCard Question(Case next, Moment moment, NextSummary summary) => Card.Of(
        $"Next: answer “{next.Title}”",
        [
            Text.Head(QuestionCard.Kicker(next, moment, "Next"), $"{next.Title}", Text.QuoteLines),
            .. QuestionCard.Open(next, moment).SkipLast(1),
            After(next, summary),
        ],
        QuestionCard.Buttons(next));

    private static AdaptiveCard Empty(Moment moment, NextSummary summary)
    {
        var handOff = RotaCalendar.Next(moment.Squad, moment.Now);
        return Card.Of("Nothing open. Tech debt is yours.",
            [
                Text.Head($"Next", $"Nothing open. Tech debt is yours."),
                Text.Small($"Backlog: {summary.P2} P2, {summary.P1} P1. The next hand-off is {SquadTime.Day(moment.Squad, handOff.Start)}, to {moment.Squad.NameOf(handOff.Holder)}."),
            ],
            Target.Of(moment.Squad).Button("Backlog", Verbs.Command.Backlog));
    }

    private static AdaptiveTextBlock? After(Case shown, NextSummary summary)
    {
        var isQuestion = shown.Kind == CaseKind.Question;
        int Without(int count, Priority priority) => !isQuestion && shown.Priority == priority ? count - 1 : count;
        (int Count, string What)[] rest =
        [
            (Without(summary.P4, Priority.P4), "P4"),
            (Without(summary.P3, Priority.P3), "P3"),
            (isQuestion ? summary.Questions - 1 : summary.Questions, "unanswered question"),
        ];
        var words = rest.Where(r => r.Count > 0).Select(r => r.What[0] == 'P' ? $"{r.Count} {r.What}" : English.Plural(r.Count, r.What)).ToList();
        return words.Count == 0 ? null : Text.Foot($"After this: {string.Join(", ", words)}");
    }
}
