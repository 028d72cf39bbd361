using Hausmeister.Domain.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hausmeister.Benchmarks.Inside;

internal static class CountingServices
{
    /// <summary>Puts <see cref="CountingStore"/> around the store; the floor has none.</summary>
    public static void CountStorage(this IServiceCollection services)
    {
        services.AddSingleton<IStartupFilter>(new TurnMark());
        if (services.LastOrDefault(service => service.ServiceType == typeof(IDocumentStore)) is { } store)
            services.AddSingleton<IDocumentStore>(provider => new CountingStore((IDocumentStore)store.ImplementationFactory!(provider)));
    }

    private sealed class TurnMark : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(request => http =>
            {
                CountingStore.IsInTurn.Value = http.Request.Path == "/api/messages";
                return request(http);
            });
            next(app);
        };
    }
}
