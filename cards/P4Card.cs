using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>To Level 2: a P4 has begun.</summary>
public static class P4Card
{
    public static AdaptiveCard Build(Case @case, Moment moment)
    {
        var target = Target.Of(@case);
        var isP4 = @case is { IsOpen: true, Priority: Priority.P4 };
        return Card.Of($"P4 {@case.Label}: {State(@case, moment).Plain}",
            [
                Text.Head(CaseWords.Kicker(@case, moment, "To you as Level 2"), $"{@case.Title}"),
                isP4 ? Block.Notice(AdaptiveContainerStyle.Attention, State(@case, moment)) : Over(@case, moment),
                .. CaseWords.LastNotes(@case, moment),
            ],
            target.Button("Show", Verbs.Issue.Show),
            isP4 ? target.Button("Pull in…", Verbs.Issue.PullIn) : null);
    }

    private static AdaptiveContainer Over(Case @case, Moment moment) => @case.Closed is null
        ? Block.Quiet(Text.Line(State(@case, moment), AdaptiveSpacing.Default))
        : Block.Notice(AdaptiveContainerStyle.Good, State(@case, moment));

    private static Markdown State(Case @case, Moment moment) => @case switch
    {
        { Closed: { } closed } => CaseWords.Fixed(@case, closed, moment),
        { Priority: not Priority.P4 } => Markdown.Of($"**It is {@case.Priority} now.**"),
        _ => Markdown.Join(" ", [Markdown.Of($"**A P4 has begun.**"), Markdown.Of($"{CaseWords.Owner(@case, moment)} is on it."), CaseWords.Helpers(@case, moment)]),
    };
}
