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
        var now = DutyWords.OnDutyUntil(moment);
        var head = Text.Head($"{moment.Squad.Name}", $"{now}");
        return viewer.IsGuest
            ? Card.Of($"{now}. Ask in help.", [head, Text.Line($"Ask in help.")], Target.Of(moment.Squad).Positive("Ask", Verbs.Guest.Ask))
            : ForMember(moment, now, head);
    }

    private static AdaptiveCard ForMember(Moment moment, string now, AdaptiveContainer head)
    {
        var squad = moment.Squad;
        var next = RotaCalendar.Next(squad, moment.Now);
        return Card.Of($"{now}. Level 2: {squad.NameOf(moment.Level2)}. Next: {squad.NameOf(next.Holder)}.",
            [
                head,
                Text.Line(Markdown.Join(" · ", [Markdown.Of($"Level 2: **{squad.NameOf(moment.Level2)}**"), Phone(squad.Find(moment.Level2))])),
                Text.Line($"Next: **{squad.NameOf(next.Holder)}**, {SquadTime.Day(squad, next.Start)} to {SquadTime.Day(squad, next.End)}. Level 2: {squad.NameOf(next.Level2)}."),
            ],
            Target.Of(squad).Button("Rota", Verbs.Command.Rota));
    }

    private static Markdown? Phone(Member? member) => member?.Phone is { } number
        ? Markdown.Link(number, new Uri($"tel:{string.Concat(number.Where(c => char.IsAsciiDigit(c) || c == '+'))}"))
        : null;
}
