using System.Net.WebSockets;
using Hausmeister.Bot.Hosting;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Asks Slack for an address, and connects to it.</summary>
/// <param name="token">The app's own.</param>
internal sealed class SocketModeDialler(
    string token, SlackApi api, SlackSettings settings, SocketModeInbox inbox, [FromKeyedServices(HouseClock.Real)] TimeProvider time, ILogger<SocketModeConnection> logger)
{
    /// <summary>Where nothing comes for that long we ask, and where then nothing comes, the connection is lost.</summary>
    private static readonly TimeSpan AskAfter = TimeSpan.FromSeconds(20);

    /// <returns>A connection on which Slack has said hello.</returns>
    /// <exception cref="SlackException">Slack refuses.</exception>
    /// <exception cref="WebSocketException">It did not come about, as with the others that are thrown.</exception>
    public async Task<SocketModeConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(SocketModeConnection.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var connection = new SocketModeConnection(await DialAsync(either.Token), inbox, time, logger);
        connection.Begin();
        await Task.WhenAny(connection.Ready, connection.Ended, Task.Delay(Timeout.InfiniteTimeSpan, either.Token));
        if (connection.Ready.IsCompleted)
            return connection;
        await connection.DisposeAsync();
        throw new WebSocketException("Slack did not say hello.");
    }

    /// <summary>The ticket in an address is a secret: only to Slack, and only where nobody reads along. A stand-in is on this machine.</summary>
    public static bool IsTrusted(Uri address, Uri api) => api.IsLoopback
        ? address.IsLoopback && address.Scheme is "ws" or "wss"
        : address.Scheme == "wss" && address.Host.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase);

    private async Task<WebSocket> DialAsync(CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(await api.OpenSocketAsync(token, cancellationToken), UriKind.Absolute, out var address) || !IsTrusted(address, settings.ApiAddress))
            throw new WebSocketException("The address of Slack's socket is not one of Slack's.");
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = AskAfter;
        socket.Options.KeepAliveTimeout = AskAfter;
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
