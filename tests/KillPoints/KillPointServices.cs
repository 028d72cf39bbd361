using System.Reflection;
using Hausmeister.Domain.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Hausmeister.KillPoints;

internal static class KillPointServices
{
    /// <summary>Kill points around what changes the store, what is asked of the tracker, and what is sent to a channel.</summary>
    public static void AddKillPoints(this IServiceCollection services)
    {
        services.Decorate<IDocumentStore>(call => call switch
        {
            nameof(IDocumentStore.CommitAsync) => "a commit",
            nameof(IDocumentStore.TakeAsync) or nameof(IDocumentStore.CompleteAsync) or nameof(IDocumentStore.PutBackAsync) => "a wake-up's change",
            _ => null,
        });
        services.Decorate<IIssueTracker>(call => $"the tracker's {call}");
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new KillingSends()));
    }

    private static void Decorate<T>(this IServiceCollection services, Func<string, string?> pointOf)
        where T : class
    {
        var port = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(port);
        services.AddSingleton(provider =>
        {
            var surrounded = DispatchProxy.Create<T, KillingPort<T>>();
            ((KillingPort<T>)(object)surrounded).Surround((T)port.ImplementationFactory!(provider), pointOf);
            return surrounded;
        });
    }

    private sealed class KillingSends : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri?.AbsolutePath.StartsWith("/v3/conversations/", StringComparison.Ordinal) != true)
                return await base.SendAsync(request, cancellationToken);
            Reaper.Pass("before a send");
            var answer = await base.SendAsync(request, cancellationToken);
            Reaper.Pass("after a send");
            return answer;
        }
    }
}
