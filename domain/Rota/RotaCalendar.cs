using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>
/// Who is on duty when: the weekly orders, and the overrides over them. Every instant has exactly one shift.
/// Needs what the configuration guarantees: orders that are not empty, and a Level 2 member besides every possible holder.
/// </summary>
public static class RotaCalendar
{
    /// <summary>
    /// The shift at an instant. An override gives the time within it to its member (of several, the last in the list) and deals nothing else anew;
    /// the shift is then the stretch around <paramref name="now"/> with the same holder and role. Level 2 is that of <paramref name="now"/>.
    /// </summary>
    public static Shift At(Squad squad, Instant now)
    {
        var rota = new WeeklyRota(squad);
        var number = rota.NumberAt(now);
        var (start, end) = (rota.StartOf(number), rota.StartOf(number + 1));
        var overrides = OverridesWithin(squad, start, end);
        string HolderAt(Instant instant) => overrides.LastOrDefault(o => o.From <= instant && instant < o.To)?.Member ?? rota.HolderOf(number);

        List<Instant> edges = [start, .. ChangesWithin(overrides, start, end), end];
        var holder = HolderAt(now);
        var last = edges.FindIndex(edge => edge > now);
        var first = last - 1;
        while (first > 0 && HolderAt(edges[first - 1]) == holder)
            first--;
        while (last < edges.Count - 1 && HolderAt(edges[last]) == holder)
            last++;
        return new Shift(holder, WeeklyRota.RoleOf(number), edges[first], edges[last], rota.Level2Of(number, holder, now), rota.HolderOf(number));
    }

    /// <summary>The shift that follows the one at an instant.</summary>
    public static Shift Next(Squad squad, Instant now) => At(squad, At(squad, now).End);

    /// <summary>The shifts that touch [<paramref name="from"/>, <paramref name="to"/>), each whole, in their order.</summary>
    public static IEnumerable<Shift> Between(Squad squad, Instant from, Instant to)
    {
        for (var shift = At(squad, from); shift.Start < to; shift = At(squad, shift.End))
            yield return shift;
    }

    /// <summary>Weeks one after the other, counted from the one in which <paramref name="now"/> lies.</summary>
    /// <param name="first">0 for that week, negative for earlier ones.</param>
    public static IEnumerable<RotaWeek> Weeks(Squad squad, Instant now, int first, int count)
    {
        var rota = new WeeklyRota(squad);
        var number = rota.NumberAt(now);
        var weekday = (WeeklyRota.RoleOf(number) == DutyRole.Hausmeister ? number : number - 1) + (2 * first);
        return Enumerable.Range(0, count).Select(week => new RotaWeek(Pieces(weekday + (2 * week)), Pieces(weekday + (2 * week) + 1)));

        IReadOnlyList<Shift> Pieces(int shift) => [.. Between(squad, rota.StartOf(shift), rota.StartOf(shift + 1))];
    }

    /// <summary><paramref name="now"/> itself within a Hausmeister's shift, else the start of the next one.</summary>
    public static Instant NextHausmeister(Squad squad, Instant now)
    {
        var shift = At(squad, now);
        return shift.Role == DutyRole.Hausmeister ? now : NextHausmeister(squad, shift.End);
    }

    private static List<Override> OverridesWithin(Squad squad, Instant start, Instant end) =>
        [.. squad.Rota.Overrides.Concat(squad.Rota.Agreed).Where(o => o.From < o.To && o.From < end && o.To > start)];

    private static IEnumerable<Instant> ChangesWithin(List<Override> overrides, Instant start, Instant end) =>
        overrides.SelectMany(o => new[] { o.From, o.To }).Where(i => i > start && i < end).Distinct().Order();
}
