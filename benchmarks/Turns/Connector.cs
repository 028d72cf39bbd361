using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>The channel's side: takes what is said, and tells whoever waits for it. Does as little as it can, since the client has the same core.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private static readonly byte[] Taken = """{"id":"1"}"""u8.ToArray();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new();
    private readonly WebApplication app;

    private Connector(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    public Uri Address { get; }

    public static async Task<Connector> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var connector = new Connector(app, address);
        app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", connector.TakeAsync);
        app.MapPut("/v3/conversations/{conversation}/activities/{activity}", http => AnswerAsync(http, StatusCodes.Status200OK));
        await app.StartAsync();
        return connector;
    }

    /// <summary>Completed by the next message in the conversation.</summary>
    public Task NextAsync(string conversation) =>
        (waiting[conversation] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task TakeAsync(HttpContext http)
    {
        if (waiting.TryRemove((string)http.GetRouteValue("conversation")!, out var next))
            next.TrySetResult();
        return AnswerAsync(http, StatusCodes.Status201Created);
    }

    private static Task AnswerAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = Taken.Length;
        return http.Response.Body.WriteAsync(Taken).AsTask();
    }
}
