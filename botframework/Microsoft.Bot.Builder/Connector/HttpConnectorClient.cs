namespace Microsoft.Bot.Connector;

/// <summary>The connector at a service address, reached only when something is sent.</summary>
internal sealed class HttpConnectorClient : IConnectorClient
{
    private readonly ConnectorHttp _http;

    public HttpConnectorClient(string serviceUrl, Func<HttpClient> createClient)
    {
        _http = new ConnectorHttp(serviceUrl, createClient);
        Conversations = new HttpConversations(_http);
    }

    public Uri BaseUri
    {
        get => _http.BaseUri;
        set => _http.BaseUri = value;
    }

    public IConversations Conversations { get; }

    public void Dispose()
    {
        // The HTTP client belongs to the factory that made it.
    }
}
