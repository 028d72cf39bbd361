using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Hausmeister.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hausmeister.ApplicationTests.House;

/// <summary>What stands before an emulated Slack and keeps the modals that were opened, since nobody can ask Slack what somebody sees.</summary>
internal sealed class ViewsDoor : IAsyncDisposable
{
    private readonly HttpClient behind;
    private readonly WebApplication app;
    private readonly ConcurrentQueue<JsonObject> views = new();

    private ViewsDoor(Uri slack)
    {
        behind = new HttpClient { BaseAddress = slack };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://localhost:{Api.Port}/");
        app = builder.Build();
        app.MapPost("/api/{method}", AnswerAsync);
    }

    public Uri Api { get; } = new($"http://localhost:{FreePorts.Next()}/api/");

    /// <summary>Those that Slack has opened, the newest last.</summary>
    public IReadOnlyCollection<JsonObject> Views => views;

    public static async Task<ViewsDoor> OpenAsync(Uri slack)
    {
        var door = new ViewsDoor(slack);
        await door.app.StartAsync();
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        behind.Dispose();
    }

    private async Task<IResult> AnswerAsync(HttpRequest asked, string method)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = new StreamContent(asked.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", asked.ContentType);
        request.Headers.TryAddWithoutValidation("Authorization", asked.Headers.Authorization.ToString());
        using var answer = await behind.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (method == "views.open" && JsonNode.Parse(text)!["view"] is JsonObject view)
            views.Enqueue(view);
        return Results.Text(text, answer.Content.Headers.ContentType?.ToString(), statusCode: (int)answer.StatusCode);
    }
}
