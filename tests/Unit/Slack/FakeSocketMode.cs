using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Hausmeister.Bot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hausmeister.Tests.Slack;

/// <summary>The other side of Socket Mode: real sockets on this machine, which do what a test says.</summary>
internal sealed class FakeSocketMode : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<FakeSocket> opened = Channel.CreateUnbounded<FakeSocket>();

    private FakeSocketMode(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single().Replace("http:", "ws:", StringComparison.Ordinal) + "/link");

    /// <param name="also">What else is there to be asked.</param>
    public static async Task<FakeSocketMode> StartAsync(Action<WebApplication>? also = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeSocketMode(app);
        app.UseWebSockets();
        app.Map("/link", fake.TakeAsync);
        also?.Invoke(app);
        await app.StartAsync();
        return fake;
    }

    /// <summary>The next connection, which has heard nothing yet.</summary>
    public Task<FakeSocket> NextAsync() => opened.Reader.ReadAsync().AsTask().WaitAsync(Waiting.Longest);

    public async Task<FakeSocket> NextWithHelloAsync()
    {
        var socket = await NextAsync();
        await socket.SendAsync(new() { ["type"] = "hello", ["num_connections"] = 1 });
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var socket = new FakeSocket(await http.WebSockets.AcceptWebSocketAsync());
        opened.Writer.TryWrite(socket);
        await socket.ListenAsync(http.RequestAborted);
    }
}

/// <summary>One connection as Slack sees it.</summary>
internal sealed class FakeSocket(WebSocket socket) : IDisposable
{
    public const string Team = "T0TEAM";

    private readonly Channel<JsonObject> said = Channel.CreateUnbounded<JsonObject>();
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WebSocketCloseStatus? Farewell => socket.CloseStatus;

    /// <summary>The bot has gone, with a farewell or without.</summary>
    public Task Over => over.Task.WaitAsync(Waiting.Longest);

    public bool IsOpen => !over.Task.IsCompleted;

    public Task SendAsync(JsonObject message) => SendAsync(message.ToJsonString());

    public Task SendAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), type, true, CancellationToken.None);

    public Task SendLongAsync() => SendAsync($"{{\"type\":\"events_api\",\"envelope_id\":\"long\",\"x\":\"{new string('x', Limits.BodyBytes)}\"}}");

    public Task SendEventAsync(string id, JsonObject message) =>
        SendAsync(id, "events_api", new() { ["type"] = "event_callback", ["team_id"] = Team, ["event"] = message.DeepClone() });

    public Task SendAsync(string id, string type, JsonObject payload) => SendAsync(Envelope(id, type, payload));

    public Task SendInteractionAsync(string id, JsonObject payload, bool takesPayload = true)
    {
        var envelope = Envelope(id, "interactive", payload);
        envelope["accepts_response_payload"] = takesPayload;
        return SendAsync(envelope);
    }

    public Task DisconnectAsync(string reason) => SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason });

    /// <summary>What the bot said next.</summary>
    public Task<JsonObject> HeardAsync() => said.Reader.ReadAsync().AsTask().WaitAsync(Waiting.Longest);

    /// <summary>What it has said until it went, and nobody has asked for.</summary>
    public async Task<IReadOnlyList<string>> RestAsync()
    {
        await Over;
        List<string> rest = [];
        while (said.Reader.TryRead(out var message))
            rest.Add((string)message["envelope_id"]!);
        return rest;
    }

    public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, CancellationToken.None);

    public void Drop() => socket.Abort();

    public async Task ListenAsync(CancellationToken aborted)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            while (await socket.ReceiveAsync(buffer.AsMemory(), aborted) is { MessageType: not WebSocketMessageType.Close } read)
                said.Writer.TryWrite(JsonNode.Parse(buffer.AsSpan(0, read.Count))!.AsObject());
            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Gone without a farewell.
        }

        over.TrySetResult();
    }

    public void Dispose() => socket.Dispose();

    private static JsonObject Envelope(string id, string type, JsonObject payload) =>
        new() { ["envelope_id"] = id, ["type"] = type, ["accepts_response_payload"] = false, ["payload"] = payload };
}
