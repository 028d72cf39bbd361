using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>Duty is to pass now, out of the rota's turn: taken over, or handed over by hand. Nothing happens before the tap.</summary>
public static class PassCard
{
    public static AdaptiveCard Build(Moment moment, Member to, string viewer)
    {
        var (holder, until) = (moment.Squad.NameOf(moment.OnDuty), SquadTime.Day(moment.Squad, moment.Shift.End));
        var isYou = to.Id == viewer;
        var title = isYou ? $"You take over from {holder} now?" : $"{to.Name} takes over now?";
        return Card.Of($"{title} Until {until}.",
            [
                Text.Head($"Hand-off · now until {until}", $"{title}"),
                isYou
                    ? Text.Line($"What {holder} has open comes to you. {holder} and the guild are told.")
                    : Text.Line($"{to.Name} gets the hand-off and confirms it. Until then urgent messages go to {(moment.OnDuty == viewer ? "you" : holder)} too."),
            ],
            Target.Of(moment.Squad, to).Positive(isYou ? "I take over" : "Hand over", Verbs.Rota.Pass),
            Target.Of(moment.Squad, to).Leave("Cancel", Verbs.Issue.FormCancel));
    }
}
