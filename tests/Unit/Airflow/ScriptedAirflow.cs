using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hausmeister.Integrations.Airflow;

namespace Hausmeister.Tests.Airflow;

/// <summary>An Airflow that answers as it is told to, or else as it was recorded.</summary>
/// <param name="answer">By the path, and what was recorded.</param>
internal sealed class ScriptedAirflow(Func<string, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> answer, AirflowVersion version = AirflowVersion.Three) : HttpMessageHandler
{
    private readonly HttpMessageInvoker recorded = new(Airflows.At(version, "06-finance-running"));
    private readonly ConcurrentQueue<(string Request, AuthenticationHeaderValue? Shown)> requests = [];

    public IReadOnlyList<(string Request, AuthenticationHeaderValue? Shown)> Requests => [.. requests];

    public int Count(string path) => requests.Count(request => request.Request.Contains(path, StringComparison.Ordinal));

    public static Task<HttpResponseMessage> Answer(int status, string body, string type = "application/json")
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return Task.FromResult(response);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        requests.Enqueue(($"{request.Method} {request.RequestUri!.PathAndQuery}", request.Headers.Authorization));
        var response = await answer(request.RequestUri.AbsolutePath, () => recorded.SendAsync(request, cancellationToken));
        response.RequestMessage = request;
        return response;
    }
}
