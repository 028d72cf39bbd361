using Hausmeister.Tests;
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

    /// <summary>The tracker does it, and whoever asked waits for the answer for as long as they live.</summary>
    AnswerHeld,
}

/// <summary>A door before the emulated GitHub that can be made to fail in the ways in which GitHub fails, with GitHub's own answers.</summary>
public sealed class FaultyTracker : IAsyncDisposable
{
    private readonly HttpClient behind;
    private WebApplication? app;
    private int writes;

    private FaultyTracker(HttpClient behind) => this.behind = behind;

    public Fault Fault { get; set; }

    /// <summary>How many writes came to the door, whatever became of them.</summary>
    public int Writes => Volatile.Read(ref writes);

    public Uri Address { get; } = new($"http://localhost:{FreePorts.Next()}/");

    public static async Task<FaultyTracker> StartAsync(Uri gitHub)
    {
        var tracker = new FaultyTracker(new HttpClient { BaseAddress = gitHub });
        await tracker.OpenAgainAsync();
        return tracker;
    }

    public Task OpenAgainAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        app = builder.Build();
        app.Run(AnswerAsync);
        return app.StartAsync();
    }

    /// <summary>From now on connections are refused.</summary>
    public async Task CloseAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        app = null;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        behind.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
            Interlocked.Increment(ref writes);
        return AnswerAsync(context, Fault);
    }

    private Task AnswerAsync(HttpContext context, Fault fault) => fault switch
    {
        Fault.None => ForwardAsync(context),
        Fault.Slow => HoldAsync(context),
        Fault.Unauthorized => SayAsync(context, 401, """{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest"}"""),
        Fault.RateLimited => RateLimitAsync(context),
        Fault.NotFound => SayAsync(context, 404, """{"message":"Not Found","documentation_url":"https://docs.github.com/rest"}"""),
        Fault.Rejected => SayAsync(context, 422, """{"message":"Validation Failed","errors":[{"resource":"Issue","code":"missing_field","field":"title"}]}"""),
        Fault.ServerError => SayAsync(context, 502, """{"message":"Server Error"}"""),
        Fault.NotJson => SayAsync(context, 200, "<html><body>A proxy's page</body></html>", "text/html"),
        Fault.AnswerLost => AfterItIsDoneAsync(context, Abort),
        Fault.AnswerHeld => AfterItIsDoneAsync(context, HoldAsync),
        _ => throw new InvalidOperationException($"{fault}"),
    };

    private static Task HoldAsync(HttpContext context) =>
        Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

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

    private async Task AfterItIsDoneAsync(HttpContext context, Func<HttpContext, Task> instead)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await ForwardAsync(context);
            return;
        }
        using var answer = await SendOnAsync(context);
        await instead(context);
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
