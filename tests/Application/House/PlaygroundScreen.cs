using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Hausmeister.ApplicationTests.House;

/// <summary>A message as the person sees it now.</summary>
internal sealed record ScreenMessage(string Conversation, string Id, JsonObject Content)
{
    public string Text => CardView.Texts(Content);
}

/// <summary>The Playground's stream of messages, each in its present state.</summary>
internal sealed class PlaygroundScreen : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<ScreenMessage> messages = [];
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource end = new();
    private Task reading = Task.CompletedTask;

    private PlaygroundScreen()
    {
    }

    public static async Task<PlaygroundScreen> OpenAsync(Uri playground)
    {
        var screen = new PlaygroundScreen();
        await screen.socket.ConnectAsync(new UriBuilder(playground) { Scheme = "ws", Path = "/_ws_conversation/v1/conversations/stream" }.Uri, CancellationToken.None);
        screen.reading = screen.ReadAsync();
        return screen;
    }

    public IReadOnlyList<ScreenMessage> Shown()
    {
        if (reading.IsFaulted)
            throw reading.Exception;
        lock (gate)
            return [.. messages];
    }

    /// <summary>The answer to a tap is shown where the tapped card was.</summary>
    public void Replace(ScreenMessage tapped, JsonObject card)
    {
        var content = tapped.Content.DeepClone().AsObject();
        content["attachments"]![0]!["content"] = card.DeepClone();
        Show(tapped with { Content = content });
    }

    public void Dispose()
    {
        end.Cancel();
        socket.Dispose();
        end.Dispose();
    }

    private async Task ReadAsync()
    {
        while (true)
        {
            var frame = await ReadFrameAsync();
            if (frame["message"] is JsonObject message)
                Show(new ScreenMessage((string?)message["postConversationId"] ?? (string)frame["actionConversationId"]!, (string)message["messageId"]!, message));
        }
    }

    private async Task<JsonObject> ReadFrameAsync()
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), end.Token);
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(frame.ToArray())!.AsObject();
    }

    private void Show(ScreenMessage message)
    {
        lock (gate)
        {
            // An edited post of a channel comes under the channel's name, without the post's.
            var at = messages.FindIndex(known => known.Id == message.Id && $"{known.Conversation};".StartsWith($"{message.Conversation};", StringComparison.Ordinal));
            if (at < 0)
                messages.Add(message);
            else
                messages[at] = message with { Conversation = messages[at].Conversation };
        }
    }
}
