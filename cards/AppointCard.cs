using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>Whom a lead or Level 2 may appoint.</summary>
public static class AppointCard
{
    public static AdaptiveCard Build(HandOff handOff, Moment moment, string viewer)
    {
        var squad = moment.Squad;
        List<Member> members = [.. squad.Members.Where(m => m.Id != handOff.To).OrderBy(m => m.Id == viewer).ThenByDescending(m => m.Id == moment.Level2)];
        var until = SquadTime.Day(squad, handOff.Until);
        return Card.Of($"Who holds it until {until}? {English.Series([.. members.Select(m => m.Id == viewer ? "you" : m.Name)], "or")}.",
            [
                Text.Head($"Hand-off · {SquadTime.Day(squad, handOff.Start)}", $"Who holds it until {until}?"),
                .. Rows.Spaced(members.Take(Rows.Most).Select(member => Row(member, handOff, moment, viewer))),
                Text.Foot($"Who you appoint holds it at once and is told. {HandOffWords.To(handOff, moment)} is told too."),
            ],
            Target.Of(handOff).Leave("Back", Verbs.HandOff.Back));
    }

    private static AdaptiveContainer Row(Member member, HandOff handOff, Moment moment, string viewer)
    {
        var isYou = member.Id == viewer;
        return Target.Of(handOff).Row(
            isYou ? Markdown.Of($"You") : Markdown.Of($"{member.Name}"),
            Markdown.Join(" · ", [member.Id == moment.Level2 ? Markdown.Of($"Level 2 now") : null, Next(member, handOff, moment)]),
            Verbs.HandOff.AppointTo,
            isYou ? "I hold it" : $"Appoint {PeoplesText.FirstLine(member.Name, 20)}",
            source: member.Id);
    }

    private static Markdown Next(Member member, HandOff handOff, Moment moment)
    {
        var quarter = moment.Now + Duration.FromDays(7 * Fairness.Weeks);
        if (RotaCalendar.Between(moment.Squad, handOff.Until, quarter).FirstOrDefault(s => s.Holder == member.Id) is not { } next)
            return Markdown.Of($"No shift in the next three months");
        return next.Start <= handOff.Until
            ? Markdown.Of($"Next shift {DutyWords.Day(moment, next.Start)}: this one and that one in a row")
            : Markdown.Of($"Next shift {DutyWords.Day(moment, next.Start)}");
    }
}
