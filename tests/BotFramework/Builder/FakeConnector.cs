using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BotFramework.Tests.Builder;

/// <summary>A connector that knows the requests it was told about, and throws on every other.</summary>
internal sealed class FakeConnector : HttpMessageHandler, IHttpClientFactory
{
    private readonly Dictionary<string, (HttpStatusCode Status, string Body)> _answers = [];

    /// <summary>What came in: method and path as they stood on the wire, and the body.</summary>
    public List<(string Request, JsonNode Body)> Requests { get; } = [];

    /// <param name="request">Method and path with query, such as <c>POST /v3/conversations</c>.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="body">The answer's body.</param>
    public FakeConnector On(string request, HttpStatusCode status, string body = "")
    {
        _answers[request] = (status, body);
        return this;
    }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = $"{request.Method} {request.RequestUri.PathAndQuery}";
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        Requests.Add((asked, body));
        if (!_answers.TryGetValue(asked, out var answer))
            throw new InvalidOperationException($"Nobody expects {asked}.");
        return new HttpResponseMessage(answer.Status) { Content = new StringContent(answer.Body, Encoding.UTF8, "application/json") };
    }
}
