using AdaptiveCards;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>To the new owner: the issue's card, and who gave it.</summary>
public static class GivenCard
{
    /// <param name="by">The giver's name.</param>
    public static AdaptiveCard Build(Case @case, Moment moment, string by)
    {
        var owner = new Person(@case.Owner ?? "", moment.Squad.NameOf(@case.Owner), IsGuest: false);
        return IssueCard.Build(@case, moment, owner, notice: null, before: $"{by} gave you this");
    }
}
