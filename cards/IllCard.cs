using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>To whoever is ill: somebody holds it now.</summary>
public static class IllCard
{
    /// <param name="holder">Who holds it now.</param>
    public static AdaptiveCard Build(Offer offer, Moment moment, string holder) => Card.Of($"Get well. {holder} holds it now. Until when?",
        [
            Text.Head($"Rota · {SquadTime.Day(moment.Squad, offer.From)}", $"Get well. {holder} holds it now. Until when?"),
            Text.Line($"Your cases and their reminders went to {holder}. Your shift is offered to all."),
            Text.Foot($"No answer is fine: {holder} has it until your shift ends. When you are well, type well."),
        ],
        Target.Of(offer).Button("Today", Verbs.Ill.Today),
        Target.Of(offer).Button("Rest of my shift", Verbs.Ill.Shift),
        Target.Of(offer).Button("I'll tell you", Verbs.Ill.Open));

    /// <summary>The answer; it may come earlier.</summary>
    public static AdaptiveCard Until(Offer offer, Moment moment) => Card.Done(
        $"**Get well.** Somebody else has your shift until {SquadTime.Day(moment.Squad, offer.To)}", $"When you are well, type well");
}
