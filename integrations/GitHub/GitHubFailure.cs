using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Http;
using NodaTime;
using Octokit;
using Polly.Timeout;

namespace Hausmeister.Integrations.GitHub;

/// <summary>Turns what went wrong into one sentence for people. GitHub's statuses: docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api.</summary>
internal static class GitHubFailure
{
    /// <summary>Null where the exception is not about GitHub but about our own code.</summary>
    /// <param name="what">What was asked for: "nubank/itaipu", "issue #5 of nubank/itaipu".</param>
    public static TrackerException? Of(Exception exception, GitHubSettings settings, string what, Instant now) => exception switch
    {
        ApiException { HttpResponse: { } response } refusal => Refused(refusal, response, what, now),
        NotJsonException => Unavailable($"{settings.Api.Host} answers, but not as GitHub does. Check GitHub's address and the proxy.", exception),
        TimeoutRejectedException or TimeoutException or OperationCanceledException => Unavailable("GitHub does not answer in time.", exception),
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } =>
            Unavailable($"GitHub cannot be reached: {settings.Api.Authority} refuses the connection.", exception),
        HttpRequestException or IOException => Unavailable($"GitHub cannot be reached at {settings.Api.Authority}. Check the network.", exception),
        // Octokit's way to say that JSON is broken.
        System.Runtime.Serialization.SerializationException or ApiException or FormatException or InvalidCastException =>
            Unavailable("GitHub's answer cannot be read.", exception),
        _ => null,
    };

    private static TrackerException Refused(ApiException refusal, IResponse response, string what, Instant now)
    {
        var status = (int)response.StatusCode;
        if (RateLimit.RetryAt(refusal, response, now) is { } retryAt)
            return new(TrackerTrouble.RateLimited, $"GitHub asks for a pause ({status}): too many requests. It goes on in {Minutes(retryAt - now)}.", retryAt, refusal);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new(TrackerTrouble.Unauthorized, "GitHub refuses the token (401). Set a new one: GitHub:Token.", inner: refusal),
            HttpStatusCode.Forbidden => new(TrackerTrouble.Forbidden, $"GitHub does not let the token do this in {what} (403): {Reason(refusal)}", inner: refusal),
            HttpStatusCode.NotFound => new(TrackerTrouble.NotFound, $"GitHub does not know {what}, or the token may not see it (404).", inner: refusal),
            HttpStatusCode.Gone or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest =>
                new(TrackerTrouble.Rejected, $"GitHub refuses it ({status}): {Reason(refusal)}", inner: refusal),
            >= HttpStatusCode.InternalServerError => new(TrackerTrouble.Unavailable, $"GitHub has trouble of its own ({status}).", RateLimit.After(response, now), refusal),
            _ => Unavailable($"GitHub answers with status {status}, which was not expected.", refusal),
        };
    }

    private static TrackerException Unavailable(string message, Exception inner) => new(TrackerTrouble.Unavailable, message, inner: inner);

    private static string Minutes(Duration wait)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
        return minutes == 1 ? "a minute" : string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes");
    }

    /// <summary>GitHub's own words: "Validation Failed: title is too long (maximum is 256 characters)."</summary>
    private static string Reason(ApiException refusal)
    {
        var details = (refusal.ApiError?.Errors ?? []).Select(e => e.Message ?? $"{e.Field} {e.Code}".Trim()).Where(d => d.Length > 0);
        var words = string.Join(": ", new[] { refusal.ApiError?.Message?.TrimEnd('.'), string.Join(", ", details) }.Where(w => !string.IsNullOrEmpty(w)));
        return words.Length == 0 ? "no reason given." : $"{words}.";
    }
}
