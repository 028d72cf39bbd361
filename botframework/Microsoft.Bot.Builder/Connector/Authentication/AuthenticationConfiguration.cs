namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What a caller's token must have beyond being valid.</summary>
public class AuthenticationConfiguration
{
    public string[] RequiredEndorsements { get; set; } = [];

    public IEnumerable<string> ValidTokenIssuers { get; set; } = [];
}
