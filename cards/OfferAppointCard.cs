using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>To Level 2 and a lead: nobody has accepted the shift of somebody who is ill.</summary>
public static class OfferAppointCard
{
    public static AdaptiveCard Build(Offer offer, Moment moment, string viewer)
    {
        var (whose, until) = (OfferWords.For(offer, moment), SquadTime.Day(moment.Squad, offer.To));
        if (OfferWords.Outcome(offer, moment) is { } outcome)
            return Card.Done($"{whose}'s shift until {until}: {outcome}", $"{CaseWords.When(offer.Taken?.At ?? offer.EndedAt!.Value, moment)}");
        List<Member> members = [.. moment.Squad.Members.Where(m => m.Id != offer.For).OrderBy(m => m.Id == viewer).ThenBy(m => offer.Cant.Contains(m.Id))];
        return Card.Of($"Nobody has accepted {whose}'s shift. Who holds it until {until}?",
            [
                Text.Head($"Rota · {whose} is ill", $"Who holds it until {until}?"),
                Text.Line($"Nobody has accepted yet. {moment.Squad.NameOf(moment.OnDuty)} holds it meanwhile."),
                .. Rows.Spaced(members.Take(Rows.Most).Select(member => Row(member, offer, moment, viewer))),
                Text.Foot($"Who you appoint holds it at once and is told. No answer is fine: {moment.Squad.NameOf(moment.OnDuty)} keeps it."),
            ]);
    }

    private static AdaptiveContainer Row(Member member, Offer offer, Moment moment, string viewer)
    {
        var isYou = member.Id == viewer;
        var state = member.Id == moment.OnDuty ? Markdown.Of($"Holds it now")
            : offer.Cant.Contains(member.Id) ? Markdown.Of($"Said that they can't")
            : Markdown.Of($"Has not answered");
        return Target.Of(offer).Row(
            isYou ? Markdown.Of($"You") : Markdown.Of($"{member.Name}"),
            Markdown.Join(" · ", [state, OfferRules.InARow(offer, member.Id, moment) is { } run ? Markdown.Of($"{run.Shifts} shifts in a row") : null]),
            Verbs.Offer.Appoint,
            isYou ? "I hold it" : $"Appoint {PeoplesText.FirstLine(member.Name, 20)}",
            source: member.Id);
    }
}
