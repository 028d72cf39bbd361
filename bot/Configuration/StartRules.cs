using System.Net;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Configuration;

/// <summary>
/// Who may reach the bot. Until it can verify who calls in the name of Microsoft Teams, anybody who reaches it can be anybody:
/// so it runs in Development and on loopback addresses, or not at all.
/// </summary>
internal static class StartRules
{
    private const string Why = "until Teams authentication is built";

    /// <summary>One line per problem; none: the bot may start.</summary>
    /// <param name="urls">Where it is going to listen; none means the server's default, which is loopback.</param>
    public static IReadOnlyList<string> Check(string environmentName, IReadOnlyCollection<string> urls, AppOptions options, IReadOnlyList<Squad> squads)
    {
        var problems = new Problems();
        if (environmentName != Environments.Development)
            problems.Add("ASPNETCORE_ENVIRONMENT", $"\"{environmentName}\"", $"\"{Environments.Development}\" {Why}");
        foreach (var url in urls.Where(url => !IsLoopback(url)))
            problems.Add("urls", $"\"{url}\"", $"a loopback address as \"http://localhost:3978\" {Why}");
        if (!options.PublicAddress.IsLoopback)
            problems.Add("PublicAddress", $"\"{options.PublicAddress}\"", $"a loopback address as \"http://localhost:3978\" {Why}");
        if (options.ClockStart is not null && environmentName != Environments.Development)
            problems.Add("Clock:Start", "a value", "none outside Development: a bot at work lives in the present");
        if (options.Slack is { ApiAddress.IsLoopback: true } && environmentName != Environments.Development)
            problems.Add("Slack:ApiAddress", "a loopback address", "Slack's own outside Development: a stand-in may send us to another one");
        if (options.Airflow is null && environmentName != Environments.Development && squads.Any(squad => squad?.Pipeline is not null))
            problems.Add("Airflow:Address", "nothing", "an address outside Development: a recorded run must not be posted as if it were real");
        return problems.Lines;
    }

    /// <summary>
    /// Where Kestrel is going to listen, by its own precedence: <c>urls</c> before <c>http_ports</c> and <c>https_ports</c>, which mean every address
    /// of the machine; <c>Kestrel:Endpoints</c> are added, as they override both.
    /// </summary>
    public static IReadOnlyList<string> ListeningUrls(IConfiguration configuration)
    {
        var urls = List(configuration[WebHostDefaults.ServerUrlsKey]);
        if (urls.Length == 0)
        {
            urls = [.. List(configuration[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}"),
                .. List(configuration[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://*:{port}")];
        }

        return [.. urls, .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];
    }

    // Kestrel takes a host that is neither "localhost" nor an IP address for every address of the machine.
    private static bool IsLoopback(string url)
    {
        try
        {
            var host = BindingAddress.Parse(url).Host;
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string[] List(string? text) =>
        text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
