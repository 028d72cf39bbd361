using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using Octokit;
using Octokit.Internal;

namespace Hausmeister.Integrations.GitHub;

public static class GitHubServices
{
    private const string HttpClientName = "GitHub";

    /// <summary>GitHub as the issue tracker. Needs <see cref="HttpDefaults.AddHttpDefaults"/> and a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddGitHubTracker(this IServiceCollection services, GitHubSettings settings)
    {
        services.AddTransient<JsonOnlyHandler>();
        services.AddHttpClient(HttpClientName)
            .AddHttpMessageHandler<JsonOnlyHandler>()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // Octokit follows redirects itself and keeps the method; a POST must not become a GET.
                AllowAutoRedirect = false,
                // Octokit keeps one handler for ever: new connections find a new address.
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        return services.AddSingleton<IIssueTracker>(provider => new GitHubTracker(
            Client(settings, provider.GetRequiredService<IHttpMessageHandlerFactory>()), settings, provider.GetRequiredService<TimeProvider>()));
    }

    // A connection of our own: GitHubClient would append /api/v3/ to any address that is not api.github.com.
    private static GitHubClient Client(GitHubSettings settings, IHttpMessageHandlerFactory handlers) =>
        new(new Connection(
            new ProductHeaderValue("Hausmeister"),
            settings.Root,
            new InMemoryCredentialStore(new Credentials(settings.Token.Trim())),
            new HttpClientAdapter(() => handlers.CreateHandler(HttpClientName)),
            new SimpleJsonSerializer()));
}
