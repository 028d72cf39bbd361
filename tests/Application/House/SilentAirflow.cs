using Hausmeister.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hausmeister.ApplicationTests.House;

/// <summary>What stands where Airflow should be, and gives no run: a closed door at first.</summary>
internal sealed class SilentAirflow : IAsyncDisposable
{
    private WebApplication? app;

    public Uri Address { get; } = new($"http://localhost:{FreePorts.Next()}/");

    /// <summary>From now on each request gets this answer.</summary>
    public async Task OpenAsync(RequestDelegate answer)
    {
        await DisposeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
    }

    /// <summary>As Airflow 3 answers somebody whom it does not know.</summary>
    public static Task RefuseAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/api/v2/version" => SayAsync(context, 200, "application/json", """{"version":"3.3.2","git_version":null}"""),
        _ => SayAsync(context, 401, "application/json", """{"detail":"Invalid credentials"}"""),
    };

    public static Task ShowPageAsync(HttpContext context) => SayAsync(context, 200, "text/html", "<!doctype html><title>Airflow</title><form>Sign in</form>");

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        app = null;
    }

    private static Task SayAsync(HttpContext context, int status, string type, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }
}
