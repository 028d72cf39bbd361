using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.GitHub;
using Hausmeister.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Hausmeister.Tests.Tracker;

/// <summary>A GitHub that answers as it is told to, below the real client, its retries and its time-outs.</summary>
internal sealed class ScriptedGitHub(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public const string Token = "ghp_secretOfTheTest";

    public static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 12, 0);

    private readonly ConcurrentQueue<(HttpMethod Method, string Path, string Body)> requests = [];

    public IReadOnlyList<(HttpMethod Method, string Path, string Body)> Requests => [.. requests];

    public int Count(HttpMethod method) => requests.Count(r => r.Method == method);

    /// <summary>The same answer to every request.</summary>
    public static ScriptedGitHub Always(
        int status, string body, string type = "application/json; charset=utf-8", params (string Name, string Value)[] headers) =>
        new((_, _) => Task.FromResult(Answer(status, body, type, headers)));

    public static HttpResponseMessage Answer(int status, string body, string type = "application/json; charset=utf-8", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8) };
        response.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return response;
    }

    public IIssueTracker Tracker(TimeSpan? attempt = null) => Connect(this, attempt);

    /// <summary>The real client; with <paramref name="network"/> in the network's place, or with the network itself.</summary>
    public static IIssueTracker Connect(HttpMessageHandler? network, TimeSpan? attempt = null, Uri? api = null) => new ServiceCollection()
        .AddSingleton<TimeProvider>(new FakeTimeProvider(Now.ToDateTimeOffset()))
        .AddHttpDefaults()
        .Configure<HttpTimeouts>(timeouts => (timeouts.Attempt, timeouts.Pause) = (attempt ?? timeouts.Attempt, TimeSpan.FromMilliseconds(1)))
        .AddGitHubTracker(new GitHubSettings(api ?? GitHubSettings.PublicApi, Token))
        .ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(
            builder => builder.PrimaryHandler = network ?? builder.PrimaryHandler))
        .BuildServiceProvider().GetRequiredService<IIssueTracker>();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        requests.Enqueue((request.Method, request.RequestUri!.PathAndQuery, body));
        var response = await answer(request, cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}
