using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>One member holds several shifts that follow each other, and an override made it so. What the orders deal is the rule.</summary>
/// <param name="Shifts">At least two.</param>
public sealed record InARow(string Holder, int Shifts, Instant Start, Instant End)
{
    /// <summary>A shift that touches the span may be in a row with those before and after it.</summary>
    private static readonly Duration Around = Duration.FromDays(8);

    /// <summary>What the member would hold in a row if they had the span; null where it is one shift.</summary>
    public static InARow? If(Squad squad, string member, Instant from, Instant to)
    {
        var agreed = squad with { Rota = squad.Rota with { Agreed = [.. squad.Rota.Agreed, new Override(from, to, member, null)] } };
        return Find(agreed, from, to).FirstOrDefault(run => run.Holder == member);
    }

    /// <summary>Those that touch [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public static IReadOnlyList<InARow> Find(Squad squad, Instant from, Instant to)
    {
        List<List<Shift>> runs = [];
        foreach (var shift in RotaCalendar.Between(squad, from - Around, to + Around))
            if (runs is [.., var run] && run[0].Holder == shift.Holder)
                run.Add(shift);
            else
                runs.Add([shift]);
        return [.. runs.Where(run => run.Count > 1 && run.Any(s => s.IsOverridden) && run[0].Start < to && run[^1].End > from).Select(run => new InARow(run[0].Holder, run.Count, run[0].Start, run[^1].End))];
    }
}
