using Hausmeister.Domain.Duties;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>A duty in our hands until an instant; afterwards it may be in somebody else's.</summary>
/// <param name="Duty">As it was before: tried, or claimed by somebody who did not come back.</param>
internal sealed record Claim(Duty Duty, string By, Instant Until)
{
    /// <summary>Longer than an effect takes at most: a look of 40 s and a write of 30 s, see <c>HttpTimeouts</c>.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(90);

    /// <summary>What an effect needs at most; with less left, the claim is made anew before it begins.</summary>
    private static readonly Duration Needed = Duration.FromSeconds(80);

    public static Claim Of(Duty duty, ThisProcess process, Instant now) => new(duty, process.Id, now + Lease);

    public bool IsHeldIn(Owing document) => document.Duties.Any(d => d.Id == Duty.Id && d.ClaimedBy == By && d.ClaimedUntil == Until);

    public bool IsLongEnough(Instant now) => Until - now >= Needed;

    public T In<T>(T document)
        where T : Owing => document.Claim(new HashSet<string> { Duty.Id }, Until, By);
}
