using System.Net;

namespace Microsoft.Rest;

/// <summary>What is kept of a REST service's answer in an exception.</summary>
public class HttpResponseMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        ArgumentNullException.ThrowIfNull(httpResponse);
        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
        Content = content;
        Headers = httpResponse.Headers.ToDictionary(header => header.Key, header => header.Value);
    }

    public HttpStatusCode StatusCode { get; }

    public string ReasonPhrase { get; }

    public string Content { get; }

    /// <summary>The answer's headers, <c>Retry-After</c> among them.</summary>
    public IDictionary<string, IEnumerable<string>> Headers { get; }
}
