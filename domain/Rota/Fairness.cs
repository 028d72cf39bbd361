using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>How much of a span of weeks falls on a member.</summary>
/// <param name="Weekends">A weekend counts for whoever holds the longest part of it.</param>
/// <param name="Nights">A night counts for whoever is on duty at three.</param>
public sealed record Share(string Member, int Weekends, int Nights);

public static class Fairness
{
    /// <summary>Quarters are compared.</summary>
    public const int Weeks = 13;

    private static readonly LocalTime Night = new(3, 0);

    /// <summary>The share of every member in the squad's order, and after them of those who left and had one.</summary>
    public static IReadOnlyList<Share> Of(Squad squad, IEnumerable<RotaWeek> weeks)
    {
        List<RotaWeek> all = [.. weeks];
        var weekends = all.CountBy(week => week.Weekend.MaxBy(s => s.End - s.Start)!.Holder).ToDictionary();
        var nights = all.SelectMany(week => week.Shifts)
            .SelectMany(shift => Enumerable.Repeat(shift.Holder, NightsIn(squad, shift)))
            .CountBy(holder => holder)
            .ToDictionary();
        return [.. squad.Members.Select(m => m.Id).Concat(nights.Keys).Concat(weekends.Keys).Distinct()
            .Select(member => new Share(member, weekends.GetValueOrDefault(member), nights.GetValueOrDefault(member)))];
    }

    private static int NightsIn(Squad squad, Shift shift)
    {
        var first = shift.Start.InZone(squad.TimeZone).Date;
        var days = Period.DaysBetween(first, shift.End.InZone(squad.TimeZone).Date);
        return Enumerable.Range(0, days + 1)
            .Select(day => squad.TimeZone.InstantOf(first.PlusDays(day) + Night))
            .Count(night => night >= shift.Start && night < shift.End);
    }
}
