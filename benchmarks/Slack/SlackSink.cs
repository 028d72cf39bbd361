using System.Text.Json;
using Hausmeister.Benchmarks.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hausmeister.Benchmarks.Slack;

/// <summary>Slack's Web API, which takes whatever is said and counts it.</summary>
internal sealed class SlackSink : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Team = "T0BENCH";

    private readonly WebApplication app;
    private int posts;

    private SlackSink(WebApplication app) => this.app = app;

    /// <summary>How many messages were posted.</summary>
    public int Posts => Volatile.Read(ref posts);

    public Uri Address { get; } = new($"http://127.0.0.1:{Connector.FreePort()}/api/");

    /// <summary>With which the bot is in this Slack.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Slack__SigningSecret"] = Secret,
        ["Slack__BotToken"] = "xoxb-not-a-token",
        ["Slack__Teams"] = Team,
        ["Slack__ApiAddress"] = Address.ToString(),
    };

    public static async Task<SlackSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var sink = new SlackSink(builder.Build());
        sink.app.Urls.Add(sink.Address.GetLeftPart(UriPartial.Authority));
        sink.app.MapPost("/api/{method}", sink.TakeAsync);
        await sink.app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http, string method)
    {
        using var arguments = await JsonDocument.ParseAsync(http.Request.Body);
        var number = method == "chat.postMessage" ? Interlocked.Increment(ref posts) : 0;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync($$"""{"ok":true,"user_id":"U0BOT","team_id":"{{Team}}","ts":"{{1_764_162_000 + number}}.000200"}""");
    }
}
