using Hausmeister.Domain.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Hausmeister.Integrations.EmbeddedTracker;

public static class EmbeddedTrackerServices
{
    /// <summary>The embedded issue tracker. Needs an <see cref="IDocumentStore"/> and a <see cref="TimeProvider"/>.</summary>
    /// <param name="publicAddress">Where people reach the bot's pages.</param>
    public static IServiceCollection AddEmbeddedTracker(this IServiceCollection services, Uri publicAddress) => services
        .AddSingleton<EmbeddedIssues>()
        .AddSingleton<IIssueTracker>(provider => new EmbeddedTracker(
            provider.GetRequiredService<EmbeddedIssues>(), publicAddress, provider.GetRequiredService<TimeProvider>()));
}
