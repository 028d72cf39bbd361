using System.Text.Json.Nodes;
using Hausmeister.Tests.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hausmeister.ApplicationTests.House;

/// <summary>Stands before the emulated Slack, which has no Socket Mode: answers the one method by itself, brings the others to it, and has the sockets.</summary>
internal sealed class SocketModeSlack : IAsyncDisposable
{
    public const string AppToken = "xapp-1-A0-not-a-token";

    private readonly HttpClient behind = new();
    private FakeSocketMode door = null!;

    public Uri Api => new(door.Address.ToString().Replace("ws:", "http:", StringComparison.Ordinal).Replace("/link", "/api/", StringComparison.Ordinal));

    public static async Task<SocketModeSlack> StartAsync(Uri emulated)
    {
        var slack = new SocketModeSlack();
        slack.behind.BaseAddress = emulated;
        slack.door = await FakeSocketMode.StartAsync(app =>
        {
            app.MapPost("/api/apps.connections.open", slack.Open);
            app.MapPost("/api/{method}", slack.BringOnAsync);
        });
        return slack;
    }

    /// <summary>The next connection, to which Slack has said hello.</summary>
    public Task<FakeSocket> NextAsync() => door.NextWithHelloAsync();

    public async ValueTask DisposeAsync()
    {
        await door.DisposeAsync();
        behind.Dispose();
    }

    private IResult Open(HttpRequest request) => request.Headers.Authorization == $"Bearer {AppToken}"
        ? Results.Json(new JsonObject { ["ok"] = true, ["url"] = $"{door.Address}?ticket=1" })
        : Results.Json(new JsonObject { ["ok"] = false, ["error"] = "invalid_auth" });

    private async Task BringOnAsync(HttpContext http, string method)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = new StreamContent(http.Request.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", http.Request.ContentType);
        request.Headers.TryAddWithoutValidation("Authorization", http.Request.Headers.Authorization.ToString());
        using var answer = await behind.SendAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(http.Response.Body);
    }
}
