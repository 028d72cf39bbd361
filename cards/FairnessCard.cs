using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>How weekends and nights fall on the members, in the quarter before this week and in the one that begins with it.</summary>
public static class FairnessCard
{
    public static AdaptiveCard Build(Moment moment)
    {
        var last = Of(-Fairness.Weeks, moment);
        var next = Of(0, moment);
        return Card.Of("Weekends and nights of each member, in the last and the next 13 weeks.",
            [
                Text.Head($"{moment.Squad.Name}", $"Weekends and nights"),
                Grid.Of([2, 3, 3],
                    [
                        Grid.Row(Grid.Cell($"Member"), Grid.Cell($"Last {Fairness.Weeks} weeks"), Grid.Cell($"Next {Fairness.Weeks} weeks")),
                        .. last.Keys.Union(next.Keys).Select(member => Grid.Row(
                            Grid.Cell($"{moment.Squad.NameOf(member)}"), Cell(last.GetValueOrDefault(member)), Cell(next.GetValueOrDefault(member)))),
                    ]),
                Text.Foot($"This week counts as the first of the next. A weekend counts for whoever holds most of it, a night for whoever has 03:00."),
            ],
            Target.Of(moment.Squad).Button("Rota", Verbs.Command.Rota));
    }

    private static Dictionary<string, Share> Of(int first, Moment moment) =>
        Fairness.Of(moment.Squad, RotaCalendar.Weeks(moment.Squad, moment.Now, first, Fairness.Weeks)).ToDictionary(share => share.Member);

    private static AdaptiveTableCell Cell(Share? share) => Grid.Cell($"{English.Plural(share?.Weekends ?? 0, "weekend")}", $"{English.Plural(share?.Nights ?? 0, "night")}");
}
