using System.Collections.Concurrent;
using System.Net;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Airflow.Recordings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Hausmeister.Tests.Airflow;

/// <summary>A recorded Airflow at a real port, where things go wrong as a test wants.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> requests = [];
    private WebApplication app = null!;

    private ReplayServer(HttpMessageHandler airflow) => Airflow = new(airflow);

    /// <summary>Another one takes its place when Airflow is upgraded, or when time has passed.</summary>
    public HttpMessageInvoker Airflow { get; set; }

    /// <summary>Is asked first: true where it has answered, or broken off, itself.</summary>
    public Func<HttpContext, Task<bool>> Fault { get; set; } = _ => Task.FromResult(false);

    public Uri Address { get; private set; } = new("http://127.0.0.1:0/");

    /// <summary><c>GET /api/v2/version</c></summary>
    public IReadOnlyList<string> Requests => [.. requests];

    public static async Task<ReplayServer> StartAsync(HttpMessageHandler airflow)
    {
        var server = new ReplayServer(airflow);
        await server.StartAsync();
        return server;
    }

    /// <summary>After a stop at the same port.</summary>
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    public async Task StopAsync() => await app.DisposeAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    public void Upgrade(AirflowVersion version, string moment) => Airflow = new(Airflows.At(version, moment));

    public Domain.Ports.IPipeline Connect(AirflowSettings? settings = null, TimeSpan? attempt = null, TimeSpan? total = null) =>
        Airflows.Connect(network: null, (settings ?? Airflows.Settings()) with { Address = Address }, attempt, total);

    public static async Task<bool> AnswerAsync(HttpContext context, int status, string body, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body);
        return true;
    }

    public static Task<bool> AnswerAsync(HttpContext context, Exchange exchange) =>
        AnswerAsync(context, exchange.Status, System.Text.Encoding.UTF8.GetString(exchange.Body), exchange.Type);

    /// <summary>What the recorded Airflow answers; a fault may change it.</summary>
    public async Task<(HttpStatusCode Status, string Type, string Body)> RecordedAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), context.Request.GetEncodedUrl());
        if (context.Request.Headers.Authorization is [{ } shown]) request.Headers.TryAddWithoutValidation("Authorization", shown);
        if (HttpMethods.IsPost(context.Request.Method)) request.Content = new StreamContent(context.Request.Body);
        using var response = await Airflow.SendAsync(request, context.RequestAborted);
        return (response.StatusCode, response.Content.Headers.ContentType!.ToString(), await response.Content.ReadAsStringAsync());
    }

    private async Task AnswerAsync(HttpContext context)
    {
        requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (await Fault(context)) return;
        var (status, type, body) = await RecordedAsync(context);
        await AnswerAsync(context, (int)status, body, type);
    }
}
