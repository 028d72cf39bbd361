using System.Net.WebSockets;
using Hausmeister.Bot.Hosting;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Reads envelopes from a socket. What is none, or is longer than anybody here takes, is passed over.</summary>
internal sealed partial class SocketModeReader(WebSocket socket, ILogger logger)
{
    private readonly byte[] part = new byte[16 * 1024];

    /// <summary>Null where the other side has said farewell.</summary>
    /// <exception cref="WebSocketException">It has gone without one.</exception>
    public async Task<SocketModeEnvelope?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            using var message = new MemoryStream();
            var last = await ReadAsync(message, cancellationToken);
            if (last == WebSocketMessageType.Close)
                return null;
            if (last == WebSocketMessageType.Text && message.Length <= Limits.BodyBytes
                && SlackPayloadJson.Read(message.GetBuffer().AsSpan(0, (int)message.Length), SlackPayloadJson.Default.SocketModeEnvelope) is { Type: not null } envelope)
                return envelope;
            Log.PassedOver(logger, last, message.Length);
        }
    }

    /// <summary>Reads to the message's end, and keeps a little more than is taken at most.</summary>
    private async Task<WebSocketMessageType> ReadAsync(MemoryStream message, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await socket.ReceiveAsync(part.AsMemory(), cancellationToken);
            if (message.Length <= Limits.BodyBytes)
                message.Write(part, 0, read.Count);
            if (read.EndOfMessage || read.MessageType == WebSocketMessageType.Close)
                return read.MessageType;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A {Kind} message of Slack's socket was passed over: in its {Length} bytes there is no envelope, or it is too long")]
        public static partial void PassedOver(ILogger logger, WebSocketMessageType kind, long length);
    }
}
