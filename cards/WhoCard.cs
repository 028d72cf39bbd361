using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>Who is on duty. A guest reads no numbers and no plans.</summary>
public static class WhoCard
{
    public static AdaptiveCard Build(Moment moment, Person viewer) => viewer.IsGuest
        ? Card.Of($"{WhoLines.Now(moment)}. Ask in help.", [WhoLines.Head(moment), Text.Line($"Ask in help.")], Target.Of(moment.Squad).Positive("Ask", Verbs.Guest.Ask))
        : ForMember(moment);

    private static AdaptiveCard ForMember(Moment moment)
    {
        var squad = moment.Squad;
        var next = RotaCalendar.Next(squad, moment.Now);
        var unconfirmed = WhoLines.Unconfirmed(moment);
        var state = unconfirmed is null ? $"{WhoLines.Now(moment)}." : unconfirmed.Plain;
        return Card.Of($"{state} Level 2: {squad.NameOf(moment.Level2)}. Next: {squad.NameOf(next.Holder)}.",
            [
                WhoLines.Head(moment),
                unconfirmed is null ? null : Block.Notice(AdaptiveContainerStyle.Warning, unconfirmed),
                Text.Line(WhoLines.Level2(moment), unconfirmed is null ? AdaptiveSpacing.Small : AdaptiveSpacing.Default),
                Text.Line($"Next: **{squad.NameOf(next.Holder)}**, {SquadTime.Day(squad, next.Start)} to {SquadTime.Day(squad, next.End)}. Level 2: {squad.NameOf(next.Level2)}."),
            ],
            Target.Of(squad).Button("Rota", Verbs.Command.Rota),
            Target.Of(squad).Button("Hand-off", Verbs.Command.HandOff));
    }
}
