using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>To the guest: what became of it. One line; the squad's own buttons are not a guest's.</summary>
public static class GuestNewsCard
{
    public static AdaptiveCard Build(Case @case, Moment moment) => NoticeCard.Of(News(@case, moment));

    private static Markdown News(Case @case, Moment moment) => @case switch
    {
        { Answer: { } answer } => Markdown.Of($"**{answer.By.Name} answers:** {AnswerWords.Of(answer)}"),
        { Closed: not null, Issue: not null } => OutcomeWords.Fixed(@case),
        { Closed: not null } => Markdown.Of($"**It is fixed.** “{@case.Title}”"),
        { Issue: not null } => OutcomeWords.OnOurSide(@case, moment),
        { Kind: CaseKind.ServiceIssue } => Markdown.Of($"**This is on our side.** It becomes an issue, {@case.Priority}, {OutcomeWords.OnIt(@case, moment)}."),
        _ => Markdown.Of($"**{CaseWords.Owner(@case, moment)} has it.**"),
    };
}
