using System.Net;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Airflow.Recordings;
using Hausmeister.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hausmeister.Integrations.Airflow;

public static class AirflowServices
{
    private const string HttpClientName = "Airflow";

    /// <summary>The nightly run in a real Airflow. Needs <see cref="HttpDefaults.AddHttpDefaults"/>.</summary>
    /// <param name="real">The time that Airflow lives in, also where the bot's clock is shifted.</param>
    public static IServiceCollection AddAirflow(this IServiceCollection services, AirflowSettings settings, TimeProvider real)
    {
        services.AddTransient<JsonOnlyHandler>();
        services.AddHttpClient(HttpClientName)
            .ConfigureHttpClient(http =>
            {
                http.BaseAddress = settings.Root;
                // A call ends by itself, with all of its requests.
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .AddHttpMessageHandler<JsonOnlyHandler>()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // To a sign-in page, with our credentials.
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                // The client is kept for ever: new connections find a new address.
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        return services.AddSingleton<IPipeline>(provider => new AirflowClient(
            new(provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName), settings, real),
            settings,
            provider.GetRequiredService<IOptions<HttpTimeouts>>().Value));
    }

    /// <summary>A recorded Airflow 3, which plays a night each night, whatever the squad's DAG is called. Needs a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddRecordedAirflow(this IServiceCollection services)
    {
        // Nobody has such an address.
        var settings = new AirflowSettings(new("http://airflow.invalid/"), RecordedAirflow.Username, RecordedAirflow.Password, Token: null, AirflowVersion.Three);
        return services.AddSingleton<IPipeline>(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            var recorded = new RecordedAirflow(AirflowVersion.Three, time, dagId: null);
            return new AirflowClient(new(new HttpClient(recorded) { BaseAddress = settings.Root }, settings, time), settings, new HttpTimeouts(), isRecording: true);
        });
    }
}
