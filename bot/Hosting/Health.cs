using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hausmeister.Bot.Hosting;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: one line per part that it needs, and 503 when one of them fails.</summary>
internal static class Health
{
    /// <summary>A part that answers later than this is not ready.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks();
        services.AddOptions<HealthCheckServiceOptions>().Configure<IDocumentStore, IIssueTracker, IReadOnlyList<Squad>>((options, store, tracker, squads) =>
        {
            Add(options, "storage", store.CheckAsync);
            foreach (var squad in squads)
                Add(options, $"{tracker.Name}, for {squad.Id}", cancellationToken => tracker.CheckAsync(squad.Issues, cancellationToken));
        });
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).DisableRateLimiting();
        routes.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteAsync }).DisableRateLimiting();
    }

    private static void Add(HealthCheckServiceOptions options, string part, Func<CancellationToken, Task> check) =>
        options.Registrations.Add(new HealthCheckRegistration(part, new PartCheck(check), failureStatus: null, tags: null, Patience));

    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(string.Concat(report.Entries.Select(part => $"{part.Key}: {part.Value.Description}\n")), http.RequestAborted);
    }

    private sealed class PartCheck(Func<CancellationToken, Task> check) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await check(cancellationToken);
                return HealthCheckResult.Healthy("ok");
            }
            catch (Exception e) when (e is StorageException or TrackerException)
            {
                return HealthCheckResult.Unhealthy(e.Message, e);
            }
            catch (OperationCanceledException e)
            {
                return HealthCheckResult.Unhealthy($"no answer within {Patience.TotalSeconds:0} seconds", e);
            }
        }
    }
}
