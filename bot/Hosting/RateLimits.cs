using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Hausmeister.Bot.Hosting;

/// <summary>How much comes from one address. The limiters forget an address that has been quiet for ten seconds.</summary>
internal sealed partial class RateLimits(ILogger<RateLimits> logger) : IConfigureOptions<RateLimiterOptions>
{
    /// <summary>The policy of the endpoint by which channels bring everybody's messages.</summary>
    public const string Messages = "messages";

    /// <summary>The policy of whatever opens a conversation.</summary>
    public const string Conversations = "conversations";

    /// <summary>The policy of WebSockets: a request that lasts.</summary>
    public const string Sockets = "sockets";

    private const int SubscriberBytes = 8;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>A flood must not fill the log: one line for an address and a minute.</summary>
    private readonly PartitionedRateLimiter<IPAddress> lines = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = 1, Window = TimeSpan.FromMinutes(1) }));

    public void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (refused, _) =>
        {
            Refuse(refused.HttpContext, refused.Lease);
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http => IsOfChannel(http)
            ? RateLimitPartition.GetNoLimiter(IPAddress.Any)
            : PerSecond(http, Limits.RequestsPerSecond));
        options.AddPolicy(Messages, http => PerSecond(http, Limits.MessagesPerSecond));
        options.AddPolicy(Conversations, http => PerSecond(http, Limits.ConversationsPerSecond));
        options.AddPolicy(Sockets, http => RateLimitPartition.GetConcurrencyLimiter(
            AddressOf(http.Connection.RemoteIpAddress), _ => new ConcurrencyLimiterOptions { PermitLimit = Limits.Sockets }));
    }

    /// <summary>Whose share it is: an IPv4 address also where it comes in IPv6, and of an IPv6 address what its owner cannot change.</summary>
    public static IPAddress AddressOf(IPAddress? remote)
    {
        if (remote is null or { AddressFamily: AddressFamily.InterNetwork } or { IsIPv4MappedToIPv6: true })
            return remote?.MapToIPv4() ?? IPAddress.None;
        var bytes = remote.GetAddressBytes();
        bytes.AsSpan(SubscriberBytes).Clear();
        return new IPAddress(bytes);
    }

    private static bool IsOfChannel(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Messages;

    private static RateLimitPartition<IPAddress> PerSecond(HttpContext http, int most) => RateLimitPartition.GetTokenBucketLimiter(
        AddressOf(http.Connection.RemoteIpAddress),
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = most * Limits.BurstSeconds,
            TokensPerPeriod = (int)(most * Step.TotalSeconds),
            ReplenishmentPeriod = Step,
        });

    private void Refuse(HttpContext http, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Limits.SocketRetry;
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (lines.AttemptAcquire(AddressOf(http.Connection.RemoteIpAddress)).IsAcquired)
            Log.TooMuch(logger, http.Connection.RemoteIpAddress, http.GetEndpoint()?.DisplayName);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Address} asks for too much at {Endpoint} and is answered 429; the next minute's refusals are not told")]
        public static partial void TooMuch(ILogger logger, IPAddress? address, string? endpoint);
    }
}
