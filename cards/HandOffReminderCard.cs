using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;

namespace Hausmeister.Cards;

/// <summary>To whoever has the duty: say that you know it.</summary>
public static class HandOffReminderCard
{
    public static AdaptiveCard Build(HandOff handOff, Moment moment)
    {
        if (handOff is { Confirmed: not null } or { Ended: not null })
            return HandOffNews.Settled(handOff, moment);
        var began = HandOffWords.Began(handOff, moment, isYours: true);
        return Card.Of($"{began}, not confirmed. {HandOffWords.Counted(handOff).Plain}",
            [
                Block.Notice(AdaptiveContainerStyle.Warning, $"**Not confirmed.** {began}. {HandOffWords.Counted(handOff)}"),
                Phones.Call(moment.Squad, moment.HelpFor(handOff.To), handOff.From) is { } call ? Text.Foot(call) : null,
            ],
            Target.Of(handOff).Positive(HandOffWords.ConfirmTitle(handOff), Verbs.HandOff.Confirm),
            Target.Of(handOff).Button("Show", Verbs.HandOff.Show));
    }
}
