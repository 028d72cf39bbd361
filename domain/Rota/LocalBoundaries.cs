using NodaTime;
using NodaTime.TimeZones;

namespace Hausmeister.Domain.Rota;

/// <summary>
/// Turns a configured local time into the instant at which it takes effect. A time that the clocks skip takes effect when they have skipped it,
/// one that they show twice at its first showing. Unlike NodaTime's lenient resolver, which moves a skipped time on by the length of the gap,
/// this keeps the order of local times, so that no shift can end before it starts.
/// </summary>
public static class LocalBoundaries
{
    private static readonly ZoneLocalMappingResolver InOrder =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static Instant InstantOf(this DateTimeZone zone, LocalDateTime local) => zone.ResolveLocal(local, InOrder).ToInstant();
}
