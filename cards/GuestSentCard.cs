using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>To the guest: it was sent, and to whom.</summary>
public static class GuestSentCard
{
    public static AdaptiveCard Build(Case @case, Moment moment)
    {
        var (name, until) = (moment.Squad.NameOf(moment.OnDuty), SquadTime.Day(moment.Squad, moment.Shift.End));
        var reader = moment.InWorkHours > moment.Now ? Markdown.Of($" It is read {CaseWords.When(moment.InWorkHours, moment)}.") : null;
        return Card.Done(
            $"Sent to **{name}**, {DutyWords.Role(moment.Shift.Role)} until {until}.{reader} The answer comes here.",
            $"You, {CaseWords.When(@case.OpenedAt, moment)}");
    }
}
