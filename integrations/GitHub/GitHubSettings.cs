namespace Hausmeister.Integrations.GitHub;

/// <param name="Api">
/// The root of the REST API, used as it is: <c>https://api.github.com/</c>, of an Enterprise server <c>https://github.example/api/v3/</c>.
/// </param>
/// <param name="Token">May read and write issues of the squads' repositories.</param>
public sealed record GitHubSettings(Uri Api, string Token)
{
    public static readonly Uri PublicApi = new("https://api.github.com/");

    /// <summary>Where people look at repositories.</summary>
    internal Uri Site => Api.Host == PublicApi.Host ? new Uri("https://github.com/") : new Uri(Api, "/");

    /// <summary>With a slash at the end, so that relative addresses stay below it.</summary>
    internal Uri Root => Api.AbsoluteUri.EndsWith('/') ? Api : new Uri(Api.AbsoluteUri + "/");

    /// <summary>Without the token, whoever prints it.</summary>
    public override string ToString() => $"GitHub at {Api}";
}
