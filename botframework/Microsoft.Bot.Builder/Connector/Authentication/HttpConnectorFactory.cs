namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Connector clients without a token.</summary>
internal sealed class HttpConnectorFactory(Func<HttpClient> createClient) : ConnectorFactory
{
    public override Task<IConnectorClient> CreateAsync(
        string serviceUrl, string audience, CancellationToken cancellationToken) =>
        Task.FromResult<IConnectorClient>(new HttpConnectorClient(serviceUrl, createClient));
}
