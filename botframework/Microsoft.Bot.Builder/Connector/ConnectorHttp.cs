using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hausmeister.BotFramework;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>One call to the connector: JSON out, JSON or nothing back. Retries are the client's, as the factory made it.</summary>
internal sealed class ConnectorHttp(string serviceUrl, Func<HttpClient> createClient)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private HttpClient _client;
    private Uri _baseUri;

    /// <summary>The service's address, always with a slash at its end.</summary>
    /// <exception cref="InvalidOperationException">The activity has none: nothing can be sent.</exception>
    public Uri BaseUri
    {
        get => _baseUri ??= Uri.TryCreate(serviceUrl?.TrimEnd('/') + "/", UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException($"The service address '{serviceUrl}' is not an absolute URL.");
        set => _baseUri = value;
    }

    public async Task<HttpOperationResponse<TOut>> CallAsync<TIn, TOut>(
        HttpMethod method,
        string path,
        TIn body,
        Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken)
        where TIn : class
        where TOut : class
    {
        var request = new HttpRequestMessage(method, new Uri(BaseUri, path));
        if (body is not null)
            request.Content = new ByteArrayContent(BotJson.ToUtf8(body)) { Headers = { ContentType = Json } };
        foreach (var (name, values) in customHeaders ?? [])
            request.Headers.TryAddWithoutValidation(name, values);

        _client ??= createClient();
        var response = await _client.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? new() { Request = request, Response = response, Body = Read<TOut>(answer, response) }
            : throw Refused(answer, response);
    }

    // A channel may accept an activity with nothing but a 201 or 202, and then there is no id.
    private static T Read<T>(byte[] answer, HttpResponseMessage response)
        where T : class
    {
        if (answer.AsSpan().IndexOfAnyExcept(" \r\n\t"u8) < 0)
            return null;
        try
        {
            return BotJson.FromUtf8<T>(answer);
        }
        catch (JsonException e)
        {
            throw Failed($"The connector answered {(int)response.StatusCode} with something that is not JSON.", answer, response, e);
        }
    }

    private static ErrorResponseException Refused(byte[] answer, HttpResponseMessage response)
    {
        var error = Failed($"The connector answered {(int)response.StatusCode} {response.ReasonPhrase}.", answer, response);
        try
        {
            error.Body = Read<ErrorResponse>(answer, response);
        }
        catch (ErrorResponseException)
        {
            // A proxy's page: the status says enough.
        }

        return error;
    }

    private static ErrorResponseException Failed(
        string message, byte[] answer, HttpResponseMessage response, Exception inner = null) =>
        new(message, inner) { Response = new HttpResponseMessageWrapper(response, Encoding.UTF8.GetString(answer)) };
}
