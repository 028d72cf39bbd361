using System.Net;

namespace Hausmeister.Integrations.Http;

/// <summary>
/// Lets a success pass only with JSON in it. A proxy's login page with status 200 would otherwise read as an empty list,
/// and "nothing found" is what makes us create.
/// </summary>
internal sealed class JsonOnlyHandler : DelegatingHandler
{
    /// <summary>On a request whose answer is too long to be held: its body is left to whoever asked, and may break off.</summary>
    public static readonly HttpRequestOptionsKey<bool> Streams = new("Streams");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NoContent) return response;
        if (!request.Options.TryGetValue(Streams, out _)) await response.Content.LoadIntoBufferAsync(cancellationToken);
        if (response.Content.Headers is { ContentLength: null or > 0, ContentType.MediaType: "application/json" }) return response;
        response.Dispose();
        throw new NotJsonException();
    }
}

/// <summary>The answer was a success, and not JSON.</summary>
internal sealed class NotJsonException() : HttpRequestException("The answer is not JSON.");
