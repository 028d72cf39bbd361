using NodaTime;

namespace Hausmeister.Domain.Duties;

/// <summary>How long to wait after a failure: soon at first, then every ten minutes until it works.</summary>
public static class Backoff
{
    private static readonly Duration[] Pauses =
        [Duration.FromSeconds(10), Duration.FromSeconds(30), Duration.FromMinutes(1), Duration.FromMinutes(2), Duration.FromMinutes(5)];

    private static readonly Duration Longest = Duration.FromMinutes(10);

    /// <param name="attempts">How often it has failed, at least once.</param>
    public static Duration After(int attempts) => attempts <= Pauses.Length ? Pauses[attempts - 1] : Longest;
}
