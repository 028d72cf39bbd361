using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>A weekday shift and the weekend after it, each in the pieces into which overrides cut it; at least one.</summary>
public sealed record RotaWeek(IReadOnlyList<Shift> Weekday, IReadOnlyList<Shift> Weekend)
{
    public Instant Start => Weekday[0].Start;

    public IEnumerable<Shift> Shifts => Weekday.Concat(Weekend);
}
