using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>Who is on duty. A guest reads no numbers and no plans.</summary>
public static class WhoCard
{
    public static AdaptiveCard Build(Moment moment, Person viewer)
    {
        var now = moment.Unconfirmed is null
            ? DutyWords.OnDutyUntil(moment)
            : $"{moment.Squad.NameOf(moment.OnDuty)} holds it until {SquadTime.Day(moment.Squad, moment.Shift.End)}";
        var head = Text.Head($"{moment.Squad.Name}", $"{now}");
        return viewer.IsGuest
            ? Card.Of($"{now}. Ask in help.", [head, Text.Line($"Ask in help.")], Target.Of(moment.Squad).Positive("Ask", Verbs.Guest.Ask))
            : ForMember(moment, now, head);
    }

    private static AdaptiveCard ForMember(Moment moment, string now, AdaptiveContainer head)
    {
        var squad = moment.Squad;
        var next = RotaCalendar.Next(squad, moment.Now);
        var unconfirmed = moment.Unconfirmed is { } open ? Unconfirmed(open, moment) : null;
        var state = unconfirmed is null ? $"{now}." : unconfirmed.Plain;
        return Card.Of($"{state} Level 2: {squad.NameOf(moment.Level2)}. Next: {squad.NameOf(next.Holder)}.",
            [
                head,
                unconfirmed is null ? null : Block.Notice(AdaptiveContainerStyle.Warning, unconfirmed),
                Text.Line(
                    Markdown.Join(" · ", [Markdown.Of($"Level 2: **{squad.NameOf(moment.Level2)}**"), Phones.Of(squad.Find(moment.Level2))]),
                    unconfirmed is null ? AdaptiveSpacing.Small : AdaptiveSpacing.Default),
                Text.Line($"Next: **{squad.NameOf(next.Holder)}**, {SquadTime.Day(squad, next.Start)} to {SquadTime.Day(squad, next.End)}. Level 2: {squad.NameOf(next.Level2)}."),
            ],
            Target.Of(squad).Button("Rota", Verbs.Command.Rota),
            Target.Of(squad).Button("Hand-off", Verbs.Command.HandOff));
    }

    private static Markdown Unconfirmed(Unconfirmed open, Moment moment) =>
        $"{moment.Squad.NameOf(open.To)}'s shift began {DutyWords.ShortWeekday(moment, open.Since)}, **not confirmed**. Until then also: {moment.Squad.NameOf(open.From)}.";
}
