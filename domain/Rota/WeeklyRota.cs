using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>
/// The shifts as the orders deal them, without overrides. They are numbered: 0 is the first weekday shift on or after <see cref="RotaRule.From"/>,
/// 1 the weekend after it, -1 the weekend before it; even numbers are weekday shifts.
/// </summary>
internal sealed class WeeklyRota(Squad squad)
{
    private readonly LocalDateTime firstWeekday = NextOrSame(squad.Rota.From, squad.Rota.Weekday.Day) + squad.Rota.Weekday.Time;

    /// <summary>The number of the shift that holds at an instant.</summary>
    public int NumberAt(Instant now)
    {
        var days = Period.DaysBetween(firstWeekday.Date, now.InZone(squad.TimeZone).Date);
        var number = (2 * FloorDivide(days, 7)) + 3;
        while (StartOf(number) > now)
            number--;
        return number;
    }

    public Instant StartOf(int number)
    {
        var weekday = firstWeekday.PlusWeeks(FloorDivide(number, 2));
        return squad.TimeZone.InstantOf(RoleOf(number) == DutyRole.Hausmeister ? weekday : WeekendAfter(weekday));
    }

    public string HolderOf(int number)
    {
        var order = (RoleOf(number) == DutyRole.Hausmeister ? squad.Rota.Weekday : squad.Rota.Weekend).Order;
        return order[Modulo(FloorDivide(number, 2), order.Count)];
    }

    /// <summary>
    /// The Level 2 members take turns by shift number; the one whose turn it is gives way if they hold the shift themselves or are away.
    /// Where all of them are, it is a lead, then anybody who is there.
    /// </summary>
    public string Level2Of(int number, string holder, Instant now)
    {
        var level2 = squad.Members.Where(m => m.Level2).Select(m => m.Id).ToList();
        var turn = Modulo(number, level2.Count);
        List<string> inTurn =
        [
            .. level2.Skip(turn), .. level2.Take(turn),
            .. squad.Members.Where(m => m.Lead).Concat(squad.Members).Select(m => m.Id),
        ];
        return inTurn.Find(id => id != holder && !squad.Rota.IsAway(id, now)) ?? inTurn.First(id => id != holder);
    }

    public static DutyRole RoleOf(int number) => Modulo(number, 2) == 0 ? DutyRole.Hausmeister : DutyRole.WeekendOnCall;

    private LocalDateTime WeekendAfter(LocalDateTime weekday)
    {
        var weekend = NextOrSame(weekday.Date, squad.Rota.Weekend.Day) + squad.Rota.Weekend.Time;
        return weekend > weekday ? weekend : weekend.PlusWeeks(1);
    }

    private static LocalDate NextOrSame(LocalDate date, IsoDayOfWeek day) => date.With(DateAdjusters.NextOrSame(day));

    private static int Modulo(int number, int count) => ((number % count) + count) % count;

    private static int FloorDivide(int number, int by) => (number - Modulo(number, by)) / by;
}
