using System.Globalization;
using System.Net;
using NodaTime;
using Octokit;

namespace Hausmeister.Integrations.GitHub;

/// <summary>When GitHub wants to be asked again. Source: docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api.</summary>
internal static class RateLimit
{
    // GitHub's windows are one hour long; a secondary limit without a time asks for at least a minute.
    private static readonly Duration Window = Duration.FromHours(1);
    private static readonly Duration Secondary = Duration.FromMinutes(1);

    /// <summary>Null where the refusal is not about a rate limit.</summary>
    public static Instant? RetryAt(ApiException refusal, IResponse response, Instant now)
    {
        var exhausted = Header(response, "x-ratelimit-remaining") == "0";
        var limited = response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => true,
            HttpStatusCode.Forbidden => exhausted || Header(response, "Retry-After") is not null || SaysSo(refusal.ApiError?.Message),
            _ => false,
        };
        if (!limited) return null;
        return After(response, now) ?? (exhausted ? Reset(response, now) : null) ?? now + Secondary;
    }

    /// <summary>What Retry-After says; null without it.</summary>
    public static Instant? After(IResponse response, Instant now)
    {
        var value = Header(response, "Retry-After");
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return now + Duration.FromSeconds(seconds);
        return Date(value) is { } date ? now + Wait(date - ItsDate(response, now)) : null;
    }

    private static Instant? Reset(IResponse response, Instant now) =>
        long.TryParse(Header(response, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            && epoch < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? now + Wait(Instant.FromUnixTimeSeconds(epoch) - ItsDate(response, now))
            : null;

    // The wait is measured on GitHub's clock, since ours may differ.
    private static Instant ItsDate(IResponse response, Instant now) => Date(Header(response, "Date")) ?? now;

    private static Duration Wait(Duration wait) => Duration.Min(Duration.Max(wait, Duration.FromSeconds(1)), Window);

    private static Instant? Date(string? value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Instant.FromDateTimeOffset(date) : null;

    private static bool SaysSo(string? message) => message?.Contains("rate limit", StringComparison.OrdinalIgnoreCase) ?? false;

    private static string? Header(IResponse response, string name) =>
        response.Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
