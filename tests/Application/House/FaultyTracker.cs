using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hausmeister.ApplicationTests.House;

/// <summary>What stands between the bot and its tracker.</summary>
public enum Fault
{
    None,
    Slow,
    Unauthorized,
    RateLimited,
    NotFound,
    Rejected,
    ServerError,
    NotJson,

    /// <summary>The tracker does it, and the answer is lost.</summary>
    AnswerLost,
}

/// <summary>A door before the emulated GitHub that can be made to fail in the ways in which GitHub fails, with GitHub's own answers.</summary>
public sealed class FaultyTracker : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient behind;

    private FaultyTracker(WebApplication app, HttpClient behind) => (this.app, this.behind) = (app, behind);

    public Fault Fault { get; set; }

    public Uri Address { get; private init; } = null!;

    public static async Task<FaultyTracker> StartAsync(Uri gitHub)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var address = new Uri($"http://localhost:{BotProcess.FreePort()}/");
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var tracker = new FaultyTracker(app, new HttpClient { BaseAddress = gitHub }) { Address = address };
        app.Run(tracker.AnswerAsync);
        await app.StartAsync();
        return tracker;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        behind.Dispose();
    }

    private Task AnswerAsync(HttpContext context) => Fault switch
    {
        Fault.None => ForwardAsync(context),
        Fault.Slow => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default),
        Fault.Unauthorized => SayAsync(context, 401, """{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest"}"""),
        Fault.RateLimited => RateLimitAsync(context),
        Fault.NotFound => SayAsync(context, 404, """{"message":"Not Found","documentation_url":"https://docs.github.com/rest"}"""),
        Fault.Rejected => SayAsync(context, 422, """{"message":"Validation Failed","errors":[{"resource":"Issue","code":"missing_field","field":"title"}]}"""),
        Fault.ServerError => SayAsync(context, 502, """{"message":"Server Error"}"""),
        Fault.NotJson => SayAsync(context, 200, "<html><body>A proxy's page</body></html>", "text/html"),
        Fault.AnswerLost => LoseAnswerAsync(context),
        _ => throw new InvalidOperationException($"{Fault}"),
    };

    private static Task RateLimitAsync(HttpContext context)
    {
        context.Response.Headers["x-ratelimit-limit"] = "5000";
        context.Response.Headers["x-ratelimit-remaining"] = "0";
        context.Response.Headers.RetryAfter = "2";
        return SayAsync(context, 403, """{"message":"You have exceeded a secondary rate limit."}""");
    }

    private static Task SayAsync(HttpContext context, int status, string body, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }

    private async Task LoseAnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await ForwardAsync(context);
            return;
        }
        using var answer = await SendOnAsync(context);
        context.Abort();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var answer = await SendOnAsync(context);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.Headers.TryGetValues("Link", out var links))
            context.Response.Headers.Link = links.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body);
    }

    private async Task<HttpResponseMessage> SendOnAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), path.TrimStart('/') + context.Request.QueryString);
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        return await behind.SendAsync(request);
    }
}
