using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Who is calling, and how to answer.</summary>
public class AuthenticateRequestResult
{
    public string Audience { get; set; }

    public ClaimsIdentity ClaimsIdentity { get; set; }

    public string CallerId { get; set; }

    public ConnectorFactory ConnectorFactory { get; set; }
}
