using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>To a lead: nobody has confirmed the shift, and Level 2 is silent.</summary>
public static class HandOffLeadCard
{
    public static AdaptiveCard Build(HandOff handOff, Moment moment)
    {
        if (!handOff.IsUnconfirmed)
            return HandOffNews.Settled(handOff, moment);
        var squad = moment.Squad;
        var shift = handOff.Role == DutyRole.Hausmeister ? "week" : "weekend";
        var silent = handOff.Level2 is { } asked && asked.Member != handOff.Lead?.Member
            ? Markdown.Of($" {squad.NameOf(asked.Member)} was asked at {SquadTime.Clock(squad, asked.At)} and has not answered.")
            : null;
        return Card.Of($"{HandOffWords.To(handOff, moment)} has not confirmed for {SquadTime.Age(moment.Now - handOff.BegunAt!.Value)}. Appoint somebody.",
            [
                Text.Head($"To you as lead · {SquadTime.Day(squad, moment.Now)}", $"Nobody has confirmed the {shift}"),
                Block.Notice(AdaptiveContainerStyle.Warning, $"**Not confirmed for {SquadTime.Age(moment.Now - handOff.BegunAt.Value)}.** {HandOffWords.Began(handOff, moment)}.{silent}"),
                Text.Line($"Until then urgent messages go to {HandOffWords.To(handOff, moment)} and to {(handOff.From == handOff.Lead?.Member ? "you" : HandOffWords.From(handOff, moment))}.", AdaptiveSpacing.Default),
                Phones.Call(squad, handOff.To, handOff.Level2?.Member) is { } call ? Text.Foot(call) : null,
            ],
            Target.Of(handOff).Positive("Appoint…", Verbs.HandOff.Appoint));
    }
}
