namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes connector clients that speak for one caller's bot.</summary>
public abstract class ConnectorFactory
{
    public abstract Task<IConnectorClient> CreateAsync(
        string serviceUrl, string audience, CancellationToken cancellationToken);
}
