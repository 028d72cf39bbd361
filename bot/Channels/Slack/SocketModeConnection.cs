using System.Net.WebSockets;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Why another connection is needed.</summary>
internal enum SocketModeEnd
{
    /// <summary>Slack is about to end this one, as it does every few hours: it is good until then.</summary>
    Refresh,

    /// <summary>It ended.</summary>
    Lost,

    /// <summary>Somebody has turned Socket Mode off in the app's settings.</summary>
    Disabled,
}

/// <summary>
/// One connection of Socket Mode. Each envelope is taken beside the others, in the order in which they came where they are for one
/// conversation, and acknowledged when it is done with.
/// </summary>
internal sealed partial class SocketModeConnection(WebSocket socket, SocketModeInbox inbox, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    /// <summary>How long anything takes at most that is between us and Slack alone, as its hello.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>More wait in the socket: a flood must not fill the memory.</summary>
    private const int MostAtOnce = 100;

    private readonly SemaphoreSlim hands = new(MostAtOnce);
    private readonly SemaphoreSlim sending = new(1);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketModeEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource leaving = new();
    private volatile bool isLeaving;
    private Task reading = Task.CompletedTask;

    /// <summary>Slack has said hello: from now on events may come.</summary>
    public Task Ready => ready.Task;

    /// <summary>When it said so.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Another connection is needed. What this one has in hand goes on.</summary>
    public Task<SocketModeEnd> Ended => ended.Task;

    public void Begin() => reading = ReadAsync();

    /// <summary>Takes nothing any more, finishes and acknowledges what is in hand, and says farewell. What came meanwhile comes again on another connection.</summary>
    public async ValueTask DisposeAsync()
    {
        isLeaving = true;
        for (var hand = 0; hand < MostAtOnce; hand++)
            await hands.WaitAsync();
        hands.Release(MostAtOnce);
        await CloseAsync();
        await leaving.CancelAsync();
        await reading;
        socket.Dispose();
        hands.Dispose();
        sending.Dispose();
        leaving.Dispose();
    }

    private async Task CloseAsync()
    {
        using var late = new CancellationTokenSource(Patience, time);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, late.Token);
            await reading.WaitAsync(late.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The other side was faster, or does not answer any more.
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var reader = new SocketModeReader(socket, logger);
            while (await reader.NextAsync(leaving.Token) is { } envelope)
                await TakeAsync(envelope);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Gone without a farewell.
        }
        catch (Exception e)
        {
            Log.Broken(logger, e);
        }

        ended.TrySetResult(SocketModeEnd.Lost);
    }

    private async Task TakeAsync(SocketModeEnvelope envelope)
    {
        switch (envelope)
        {
            case { Type: "hello" }:
                Since = time.GetUtcNow();
                ready.TrySetResult();
                break;
            case { Type: "disconnect" }:
                ended.TrySetResult(EndOf(envelope.Reason));
                break;
            case { EnvelopeId: { } }:
                await hands.WaitAsync(leaving.Token);
                _ = HandleAsync(envelope);
                break;
        }
    }

    private static SocketModeEnd EndOf(string? reason) => reason switch
    {
        "link_disabled" => SocketModeEnd.Disabled,
        "too_many_websockets" => SocketModeEnd.Lost,
        _ => SocketModeEnd.Refresh,
    };

    private async Task HandleAsync(SocketModeEnvelope envelope)
    {
        try
        {
            if (!isLeaving && await inbox.TakeAsync(envelope) is { } acknowledgement)
                await SendAsync(acknowledgement);
        }
        finally
        {
            hands.Release();
        }
    }

    /// <summary>What cannot be acknowledged any more comes again, and is found done.</summary>
    private async Task SendAsync(byte[] acknowledgement)
    {
        await sending.WaitAsync();
        using var late = new CancellationTokenSource(Patience, time);
        try
        {
            await socket.SendAsync(acknowledgement, WebSocketMessageType.Text, true, late.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or InvalidOperationException or ObjectDisposedException)
        {
            Log.NotAcknowledged(logger, e.Message);
        }
        finally
        {
            sending.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Error, "A connection of Slack's Socket Mode cannot be read any more; the next one is opened")]
        public static partial void Broken(ILogger logger, Exception exception);

        [LoggerMessage(1, LogLevel.Information, "Something could not be acknowledged over Slack's socket and comes again: {Reason}")]
        public static partial void NotAcknowledged(ILogger logger, string reason);
    }
}
