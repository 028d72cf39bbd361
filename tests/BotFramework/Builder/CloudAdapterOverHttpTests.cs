using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Logging;

namespace BotFramework.Tests.Builder;

/// <summary>The adapter behind a real server: a refused request leaves the connection usable and nothing in the error log.</summary>
public sealed class CloudAdapterOverHttpTests : IAsyncLifetime
{
    private readonly ErrorLog _errors = new();
    private readonly HttpClient _client = new();
    private WebApplication _app;
    private int _connections;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(_errors);
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Use(next => connection =>
        {
            Interlocked.Increment(ref _connections);
            return next(connection);
        })));
        _app = builder.Build();
        var adapter = new CloudAdapter(_app.Configuration);
        _app.Map("/api/messages", (HttpContext context) => adapter.ProcessAsync(
            context.Request, context.Response, new ActivityHandler(), context.RequestAborted));
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_connection_serves_good_and_bad_requests(bool chunked)
    {
        var text = new string('x', 300 * 1024);
        foreach (var (body, status) in new[]
        {
            ("""{"type":"message","text":"hi"}""", HttpStatusCode.OK),
            ("""{"type":"message" """, HttpStatusCode.BadRequest),
            ("{}", HttpStatusCode.BadRequest),
            ("", HttpStatusCode.BadRequest),
            ($$"""{"type":"message","text":"{{text[..(200 * 1024)]}}"}""", HttpStatusCode.OK),
            ($$"""{"type":"message","text":"{{text}}"}""", HttpStatusCode.RequestEntityTooLarge),
            ("""{"type":"message","text":"still here"}""", HttpStatusCode.OK),
            ("""{"type":"invoke","name":"nobody/knows"}""", HttpStatusCode.NotImplemented),
        })
        {
            (await PostAsync(body, chunked)).ShouldBe(status, body[..Math.Min(40, body.Length)]);
        }

        _connections.ShouldBe(1);
        _errors.Entries.ShouldBeEmpty();
    }

    private async Task<HttpStatusCode> PostAsync(string body, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await _client.SendAsync(request);
        return response.StatusCode;
    }

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public List<string> Entries { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable BeginScope<TState>(TState state) => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception exception, Func<TState, Exception, string> formatter)
        {
            lock (Entries)
                Entries.Add($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
