using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>Duty passes from one member to another. A boundary where the holder stays the same is none.</summary>
/// <param name="Until">When it passes on; where it does not within a year, the end of a shift by then.</param>
public sealed record Passing(Instant At, string From, string To, DutyRole Role, Instant Until)
{
    /// <summary>A rota of one member never passes on: there the look ends.</summary>
    private static readonly Duration Longest = Duration.FromDays(366);

    /// <summary>The last one at or before <paramref name="from"/>, if there is any within a year, and those until <paramref name="to"/>, which is not among them.</summary>
    public static IEnumerable<Passing> Between(Squad squad, Instant from, Instant to)
    {
        var run = RunAt(squad, from);
        var before = HolderBefore(squad, run.Start);
        if (before != run.Holder)
            yield return Of(run, before);
        while (run.End < to && run.End - from < Longest)
        {
            var next = RunFrom(squad, RotaCalendar.At(squad, run.End));
            yield return Of(next, run.Holder);
            run = next;
        }
    }

    /// <summary>The one that made the present holder the holder; null where nobody else was within a year.</summary>
    public static Passing? Last(Squad squad, Instant now) => Between(squad, now, now).FirstOrDefault();

    private static Passing Of(Shift run, string from) => new(run.Start, from, run.Holder, run.Role, run.End);

    private static string HolderBefore(Squad squad, Instant start) => RotaCalendar.At(squad, start - Duration.Epsilon).Holder;

    /// <summary>The shifts around an instant that one member holds without a break, as one.</summary>
    private static Shift RunAt(Squad squad, Instant now)
    {
        var run = RunFrom(squad, RotaCalendar.At(squad, now));
        for (var earlier = RotaCalendar.At(squad, run.Start - Duration.Epsilon);
            earlier.Holder == run.Holder && now - run.Start < Longest;
            earlier = RotaCalendar.At(squad, run.Start - Duration.Epsilon))
            run = run with { Start = earlier.Start, Role = earlier.Role };
        return run;
    }

    private static Shift RunFrom(Squad squad, Shift first)
    {
        var run = first;
        for (var next = RotaCalendar.At(squad, run.End); next.Holder == run.Holder && run.End - first.Start < Longest; next = RotaCalendar.At(squad, run.End))
            run = run with { End = next.End };
        return run;
    }
}
