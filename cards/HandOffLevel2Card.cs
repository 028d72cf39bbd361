using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>To Level 2: a shift has begun, and whoever has it does not answer.</summary>
public static class HandOffLevel2Card
{
    public static AdaptiveCard Build(HandOff handOff, Moment moment)
    {
        if (!handOff.IsUnconfirmed)
            return HandOffNews.Settled(handOff, moment);
        var asked = handOff.Level2?.At ?? moment.Now;
        var to = HandOffWords.To(handOff, moment);
        return Card.Of($"{to} has not confirmed. I hold it until {to} answers?",
            [
                Text.Head($"To you as Level 2 · {SquadTime.Day(moment.Squad, asked)}", $"{to} has not confirmed"),
                Block.Notice(AdaptiveContainerStyle.Warning,
                    $"**Not confirmed for {SquadTime.Age(asked - handOff.BegunAt!.Value)}.** {HandOffWords.Began(handOff, moment)}. Until then also: {HandOffWords.From(handOff, moment)}."),
                Text.Foot(Markdown.Join(" ", [
                    Markdown.Of($"No answer by {SquadTime.Clock(moment.Squad, handOff.BegunAt.Value + moment.Squad.HandOff.LeadAfter)} goes to a lead."),
                    Phones.Call(moment.Squad, handOff.To, handOff.From)])),
            ],
            Target.Of(handOff).Positive($"I hold it until {PeoplesText.FirstLine(to, 8)} answers", Verbs.HandOff.Hold),
            Target.Of(handOff).Button("Appoint…", Verbs.HandOff.Appoint));
    }
}
