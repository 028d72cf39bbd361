using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Hausmeister.Integrations.Http;

/// <summary>How long every HTTP client waits. A claim on a duty must last longer than the calls it makes.</summary>
public sealed class HttpTimeouts
{
    /// <summary>One request, sent once.</summary>
    public TimeSpan Attempt { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>One request with its retries.</summary>
    public TimeSpan Total { get; set; } = TimeSpan.FromSeconds(40);

    /// <summary>The first pause before a retry; the next is twice as long.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMilliseconds(500);
}

/// <summary>
/// The one HTTP default: a total time-out, two retries of safe methods, a time-out per attempt.
/// POST, PATCH, PUT and DELETE are sent once, unless they are marked as <see cref="OnlyReads"/>: whoever sends them looks for their effect before trying again.
/// </summary>
public static class HttpDefaults
{
    /// <summary>On a request whose method says that it changes something, and which only reads.</summary>
    internal static readonly HttpRequestOptionsKey<bool> OnlyReads = new("OnlyReads");

    public static IServiceCollection AddHttpDefaults(this IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(client => client.AddResilienceHandler("default", (pipeline, context) =>
        {
            var timeouts = context.ServiceProvider.GetRequiredService<IOptions<HttpTimeouts>>().Value;
            // The network runs on real time, also where the bot's clock is shifted or stands still.
            pipeline.TimeProvider = TimeProvider.System;
            pipeline.AddTimeout(timeouts.Total).AddRetry(Retry(timeouts)).AddTimeout(timeouts.Attempt);
        }));

    private static HttpRetryStrategyOptions Retry(HttpTimeouts timeouts) => new()
    {
        MaxRetryAttempts = 2,
        Delay = timeouts.Pause,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = args => new(
            IsSafe(args.Context.GetRequestMessage()) && HttpClientResiliencePredicates.IsTransient(args.Outcome) && !AsksToWait(args.Outcome.Result)),
    };

    private static bool IsSafe(HttpRequestMessage? request) => request is not null
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || (request.Options.TryGetValue(OnlyReads, out var onlyReads) && onlyReads));

    // Such a wait is minutes long: the caller is told and comes back.
    private static bool AsksToWait(HttpResponseMessage? response) =>
        response is { StatusCode: HttpStatusCode.TooManyRequests } or { Headers.RetryAfter: not null };
}
