using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>Something in the rota that a lead should see to before it comes.</summary>
/// <param name="Id">The same for as long as it is the same gap.</param>
public sealed record Gap(string Id, GapKind Kind, string Member, Instant From, Instant To)
{
    /// <summary>As far ahead as the rota's card shows.</summary>
    private static readonly Duration Ahead = Duration.FromDays(28);

    public static IReadOnlyList<Gap> Find(Squad squad, Instant now)
    {
        var shifts = RotaCalendar.Between(squad, now, now + Ahead).ToList();
        return
        [
            .. shifts.Where(s => squad.Find(s.Holder) is null).Select(s => Of(GapKind.Nobody, s.Holder, s.Start, s.End)),
            .. from shift in shifts
               from absence in squad.Rota.Absences
               where absence.Member == shift.Holder && absence.From < shift.End && absence.To > shift.Start
               select Of(GapKind.Away, shift.Holder, shift.Start, shift.End),
            .. InARow.Find(squad, now, now + Ahead).Select(run => Of(GapKind.InARow, run.Holder, run.Start, run.End)),
        ];
    }

    private static Gap Of(GapKind kind, string member, Instant from, Instant to) => new($"{kind}/{member}/{from.ToUnixTimeSeconds()}", kind, member, from, to);
}

public enum GapKind
{
    /// <summary>Whoever holds it has left the squad.</summary>
    Nobody,

    /// <summary>Whoever holds it is away then.</summary>
    Away,

    /// <summary>One member holds shifts in a row, and an override made it so.</summary>
    InARow,
}
