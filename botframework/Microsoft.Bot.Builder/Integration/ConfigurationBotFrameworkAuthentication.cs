using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// Authentication after the key <c>MicrosoftAppId</c>. Without it anybody may call who brings no token; with it nobody may,
/// because tokens are not validated yet: a token that cannot be checked is never taken for a good one.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private static readonly HttpClient SharedClient = new();
    private readonly string _appId;
    private readonly ServiceClientCredentialsFactory _credentialsFactory;
    private readonly HttpConnectorFactory _connectorFactory;

    /// <param name="configuration">Holds <c>MicrosoftAppId</c>.</param>
    /// <param name="credentialsFactory">Decides instead of the configuration whether authentication is off.</param>
    /// <param name="authConfiguration">What tokens need; no token is accepted yet.</param>
    /// <param name="httpClientFactory">Makes the clients for the connector, with their timeouts and retries.</param>
    /// <param name="logger">Not used yet.</param>
    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration,
        ServiceClientCredentialsFactory credentialsFactory = null,
        AuthenticationConfiguration authConfiguration = null,
        IHttpClientFactory httpClientFactory = null,
        ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _appId = configuration["MicrosoftAppId"];
        _credentialsFactory = credentialsFactory;
        _connectorFactory = new HttpConnectorFactory(
            httpClientFactory is null ? () => SharedClient : () => httpClientFactory.CreateClient());
    }

    public override string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;

    public override async Task<ClaimsIdentity> AuthenticateChannelRequestAsync(
        string authHeader, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(authHeader) || !await IsDisabledAsync(cancellationToken))
            throw new UnauthorizedAccessException("The caller has no valid token.");
        return new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
    }

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken) => new()
        {
            ClaimsIdentity = await AuthenticateChannelRequestAsync(authHeader, cancellationToken),
            Audience = GetOriginatingAudience(),
            ConnectorFactory = _connectorFactory,
        };

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        AuthenticateRequestAsync(null, authHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => _connectorFactory;

    /// <summary>Null: nobody signs in.</summary>
    public override Task<UserTokenClient> CreateUserTokenClientAsync(
        ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => Task.FromResult<UserTokenClient>(null);

    private Task<bool> IsDisabledAsync(CancellationToken cancellationToken) =>
        _credentialsFactory?.IsAuthenticationDisabledAsync(cancellationToken)
        ?? Task.FromResult(string.IsNullOrWhiteSpace(_appId));
}
