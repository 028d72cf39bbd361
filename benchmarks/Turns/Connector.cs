using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>The channel's side: takes what is said, and tells whoever waits for it.</summary>
internal sealed class Connector : IAsyncDisposable
{
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
        app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", connector.Take);
        app.MapPut("/v3/conversations/{conversation}/activities/{activity}", () => Results.Text("""{"id":"1"}""", "application/json"));
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

    private IResult Take(string conversation)
    {
        if (waiting.TryRemove(conversation, out var next))
            next.TrySetResult();
        return Results.Text("""{"id":"1"}""", "application/json", statusCode: StatusCodes.Status201Created);
    }
}
