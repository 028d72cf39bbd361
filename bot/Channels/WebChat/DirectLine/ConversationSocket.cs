using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using Hausmeister.Bot.Channels.WebChat.Transcript;

namespace Hausmeister.Bot.Channels.WebChat.DirectLine;

/// <summary>Sends a transcript down a socket: what there is, and then what comes, until one side leaves.</summary>
internal sealed class ConversationSocket(Transcripts transcripts, TranscriptBell bell, IHostApplicationLifetime lifetime)
{
    private const int LongestFrame = 1024;

    public async Task RunAsync(WebSocket socket, string conversation, long after, CancellationToken aborted)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        var listening = ListenAsync(socket, leaving);
        try
        {
            await SendAsync(socket, conversation, after, leaving.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Somebody closed the window, or we stop.
        }

        await CloseAsync(socket);
        await leaving.CancelAsync();
        await listening;
    }

    private async Task SendAsync(WebSocket socket, string conversation, long after, CancellationToken cancellationToken)
    {
        using var listener = bell.Listen(WebChatPlaces.Stream(conversation));
        while (true)
        {
            var rows = await transcripts.ReadAsync(conversation, after, cancellationToken);
            if (rows.Activities.Count > 0)
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(rows, WebChatJson.Default.ActivitySet), WebSocketMessageType.Text, true, cancellationToken);
            after = long.Parse(rows.Watermark, CultureInfo.InvariantCulture);
            await listener.WaitAsync(cancellationToken);
        }
    }

    /// <summary>A client sends nothing but empty frames to keep the connection, and its farewell.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource leaving)
    {
        var buffer = new byte[LongestFrame];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), leaving.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Gone without a farewell.
        }

        await leaving.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The other side was faster.
        }
    }
}
