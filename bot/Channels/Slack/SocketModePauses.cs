using System.Security.Cryptography;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>How long to wait before the next try to connect; passed in, as it has a random part.</summary>
/// <param name="failures">In a row; none: it has worked until now.</param>
internal delegate TimeSpan PauseBeforeConnecting(int failures);

/// <summary>The pauses between tries to connect: none at first, then twice as long each time up to half a minute, and never all bots at the same time.</summary>
internal static class SocketModePauses
{
    /// <summary>While Slack refuses: somebody has to do something before it can work.</summary>
    public static readonly TimeSpan Refused = TimeSpan.FromMinutes(10);

    private const int Longest = 30;
    private const int Parts = 1_000;

    public static TimeSpan WithJitter(int failures) => Of(failures, RandomNumberGenerator.GetInt32(Parts) / (double)Parts);

    /// <param name="part">From 0 up to 1: of the half of the pause that is left to chance.</param>
    public static TimeSpan Of(int failures, double part) =>
        failures == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), Longest) * (1 + part) / 2);
}
