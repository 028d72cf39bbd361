using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Airflow.Recordings;
using Hausmeister.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Hausmeister.Tests.Airflow;

/// <summary>The real client before an Airflow of the tests, and the squad that asks it.</summary>
internal static class Airflows
{
    public static readonly Uri Address = new("http://airflow.example/");

    /// <summary>What Airflow's own clock says.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The recorded DAG's nodes: a task, a group, tasks that load; two tasks belong to none.</summary>
    public static readonly PipelineSettings Pipeline = new(
        RecordedAirflow.DagId, CountsManualRuns: false, new LocalTime(9, 0), Duration.FromMinutes(30),
        [
            Stage("contracts", ["itaipu-contracts"]), Stage("finance", ["finance"]), Stage("dimensional", ["itaipu-dimensional-modeling"], ["capivara-dm"]),
            Stage("policies", ["itaipu-policies"]), Stage("rest", ["itaipu-rest"], ["capivara-rest"]),
        ]);

    public static PipelineSettings Of(params string[] nodes) => Pipeline with { Stages = [.. nodes.Select(node => Stage(node, [node]))] };

    /// <summary>Its secrets are what the recording accepts.</summary>
    public static AirflowSettings Settings(AirflowVersion? version = null, Uri? address = null) =>
        new(address ?? Address, RecordedAirflow.Username, RecordedAirflow.Password, Token: null, version);

    /// <summary>The real client; with <paramref name="network"/> in the network's place, or with the network itself.</summary>
    public static IPipeline Connect(HttpMessageHandler? network, AirflowSettings? settings = null, TimeSpan? attempt = null, TimeSpan? total = null) => new ServiceCollection()
        .AddHttpDefaults()
        .Configure<HttpTimeouts>(timeouts => (timeouts.Attempt, timeouts.Total, timeouts.Pause) = (attempt ?? timeouts.Attempt, total ?? timeouts.Total, TimeSpan.FromMilliseconds(1)))
        .AddAirflow(settings ?? Settings(), new FakeTimeProvider(Now))
        .ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = network ?? builder.PrimaryHandler))
        .BuildServiceProvider().GetRequiredService<IPipeline>();

    /// <summary>An Airflow at one moment of its recording.</summary>
    public static RecordedAirflow At(AirflowVersion version, string moment) =>
        new(version, new FakeTimeProvider(Now), plan: _ => [(Duration.Zero, moment)]);

    public static async Task<RunReading> ReadNewestAsync(IPipeline airflow, PipelineSettings? pipeline = null)
    {
        var look = await airflow.LookAsync(pipeline ?? Pipeline, TestContext.Current.CancellationToken);
        return await airflow.ReadAsync(pipeline ?? Pipeline, look.Runs[0], TestContext.Current.CancellationToken);
    }

    /// <summary><c>1n 3m</c>: not started, moving, done, failed and held up, without those of which there are none.</summary>
    public static string Counts(NodeReading node) => string.Join(' ', new[] { (node.NotStarted, 'n'), (node.Moving, 'm'), (node.Done, 'd'), (node.Failed, 'f'), (node.HeldUp, 'h') }
        .Where(count => count.Item1 > 0).Select(count => $"{count.Item1}{count.Item2}"));

    public static string Counts(RunReading reading) => string.Join(" | ", reading.Nodes.Append(reading.Others).Select(Counts));

    private static StageSettings Stage(string name, string[] calculated, string[]? loaded = null) => new(name, calculated, loaded ?? [], new LocalTime(6, 0), ExternalSla: null);
}
