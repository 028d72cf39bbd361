using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Whether a request comes from Slack. See docs.slack.dev/authentication/verifying-requests-from-slack.</summary>
internal static class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>How old a request may be, or how far ahead Slack's clock: what somebody has listened to is worth nothing afterwards.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Version = "v0";

    /// <param name="timestamp">Of the header: seconds since 1970.</param>
    /// <param name="signature">Of the header.</param>
    /// <param name="now">By the machine's clock, whatever the house's clock says.</param>
    public static bool IsGenuine(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> rawBody, DateTimeOffset now) =>
        signature is not null
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) <= (decimal)Window.TotalSeconds
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret, timestamp, rawBody)), Encoding.UTF8.GetBytes(signature));

    /// <summary>What Slack would send along.</summary>
    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> rawBody)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"{Version}:{timestamp}:"));
        hash.AppendData(rawBody);
        return $"{Version}={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
