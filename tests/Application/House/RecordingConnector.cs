using System.Text.Json.Nodes;
using Hausmeister.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hausmeister.ApplicationTests.House;

/// <summary>What the bot delivered.</summary>
internal sealed record Delivery(string Method, string Conversation, JsonObject Activity)
{
    public string Text { get; } = CardView.Texts(Activity);
}

/// <summary>A channel's connector: keeps every delivery in its order. It can be away, or keep the bot waiting for its answer.</summary>
internal sealed class RecordingConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<Delivery> deliveries = [];
    private TaskCompletionSource? held;
    private int taken;

    private RecordingConnector(WebApplication app) => this.app = app;

    public Uri Address { get; private init; } = null!;

    /// <summary>It answers 503 and keeps nothing.</summary>
    public bool IsAway { get; set; }

    /// <summary>Which conversations' deliveries are kept.</summary>
    public Func<string, bool> Keeps { get; set; } = _ => true;

    public static async Task<RecordingConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var address = new Uri($"http://localhost:{FreePorts.Next()}/");
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var connector = new RecordingConnector(app) { Address = address };
        app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", connector.TakeAsync);
        app.MapPut("/v3/conversations/{conversation}/activities/{activity}", connector.TakeAsync);
        await app.StartAsync();
        return connector;
    }

    public IReadOnlyList<Delivery> To(string conversation)
    {
        lock (gate)
            return [.. deliveries.Where(delivery => delivery.Conversation == conversation)];
    }

    public int Count
    {
        get
        {
            lock (gate)
                return deliveries.Count;
        }
    }

    /// <summary>Those after the first <paramref name="count"/>, to whomever they went.</summary>
    public IReadOnlyList<Delivery> Since(int count)
    {
        lock (gate)
            return deliveries[count..];
    }

    /// <summary>Keeps what comes, and the bot waiting until <see cref="Release"/>.</summary>
    public void Hold() => held = new TaskCompletionSource();

    public void Release()
    {
        held?.TrySetResult();
        held = null;
    }

    public ValueTask DisposeAsync()
    {
        Release();
        return app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpContext http, string conversation, string? activity)
    {
        if (IsAway)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        var body = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        var id = Keep(new Delivery(http.Request.Method, conversation, body));
        if (held is { } waiting)
            await waiting.Task.WaitAsync(http.RequestAborted);
        return Results.Json(new { id = HttpMethods.IsPut(http.Request.Method) ? activity : id }, statusCode: StatusCodes.Status201Created);
    }

    private string Keep(Delivery delivery)
    {
        lock (gate)
        {
            if (Keeps(delivery.Conversation))
                deliveries.Add(delivery);
            return $"delivery-{++taken}";
        }
    }
}
