using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Airflow.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Hausmeister.Tests.Airflow;

/// <summary>The recorded Airflow plays nights that could be real ones.</summary>
public sealed class RecordedAirflowTests
{
    private static readonly Instant Wednesday = Instant.FromUtc(2026, 11, 25, 2, 0);
    private static readonly Instant Thursday = Instant.FromUtc(2026, 11, 26, 2, 0);

    private readonly FakeTimeProvider time = new(Wednesday.ToDateTimeOffset());

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public async Task A_healthy_night_only_goes_forward_and_knows_nothing_of_the_future(AirflowVersion version)
    {
        var airflow = Connect(version);
        var before = await Airflows.ReadNewestAsync(airflow);
        // Its first moments are minutes long, the others longer.
        for (var minute = 0; minute < 24 * 60; minute += minute < 12 ? 1 : 4)
        {
            time.SetUtcNow((Wednesday + Duration.FromMinutes(minute)).ToDateTimeOffset());
            var reading = await Airflows.ReadNewestAsync(airflow);

            reading.Run.Due.ShouldBe(Wednesday);
            Times(reading).ShouldAllBe(at => at >= Wednesday && at <= Now);
            reading.Nodes.ShouldAllBe(node => node.StartedAt == null || node.EndedAt == null || node.StartedAt <= node.EndedAt);
            foreach (var (earlier, later) in before.Nodes.Zip(reading.Nodes))
            {
                later.Total.ShouldBe(earlier.Total);
                later.Done.ShouldBeGreaterThanOrEqualTo(earlier.Done);
                later.NotStarted.ShouldBeLessThanOrEqualTo(earlier.NotStarted);
                (later.Failed + later.HeldUp).ShouldBe(0);
            }
            before = reading;
        }
        before.Nodes.ShouldAllBe(node => node.Done == node.Total);
        before.Run.State.ShouldBe(RunState.Success);
    }

    [Theory]
    [InlineData(AirflowVersion.Two, 3, 55, "1n 3m")]
    [InlineData(AirflowVersion.Two, 4, 12, "2m 1f 1h")]
    [InlineData(AirflowVersion.Three, 4, 11, "1n 3m")]
    [InlineData(AirflowVersion.Three, 4, 12, "2m 1f 1h")]
    [InlineData(AirflowVersion.Three, 10, 40, "1n 3m")]
    [InlineData(AirflowVersion.Three, 12, 20, "4d")]
    public async Task On_a_Thursday_finance_fails_and_is_cleared(AirflowVersion version, int hours, int minutes, string finance)
    {
        time.SetUtcNow((Thursday + Duration.FromHours(hours) + Duration.FromMinutes(minutes)).ToDateTimeOffset());

        var reading = await Airflows.ReadNewestAsync(Connect(version));

        Airflows.Counts(reading.Nodes[1]).ShouldBe(finance);
        reading.Run.State.ShouldBe(RunState.Running);
        Times(reading).ShouldAllBe(at => at <= Now);
    }

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public async Task A_failure_happened_when_the_night_says_so(AirflowVersion version)
    {
        time.SetUtcNow((Thursday + Duration.FromHours(8)).ToDateTimeOffset());

        (await Airflows.ReadNewestAsync(Connect(version))).Nodes[1].FailedAt.ShouldBe(Instant.FromUtc(2026, 11, 26, 6, 12));
    }

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public async Task There_are_ten_nights_the_newest_first_and_the_past_ones_ended(AirflowVersion version)
    {
        time.Advance(TimeSpan.FromHours(3));
        var airflow = Connect(version);

        var look = await airflow.LookAsync(Airflows.Pipeline, default);

        look.ShouldSatisfyAllConditions(
            () => look.Paused.ShouldBeFalse(),
            () => look.NextDue.ShouldBe(Wednesday + Duration.FromDays(1)),
            () => look.Runs.Select(run => run.Due).ShouldBe(Enumerable.Range(0, 10).Select(day => Wednesday - Duration.FromDays(day))),
            () => look.Runs.Select(run => run.State).ShouldBe([RunState.Running, .. Enumerable.Repeat(RunState.Success, 9)]));
        foreach (var run in look.Runs.Skip(1))
        {
            var reading = await airflow.ReadAsync(Airflows.Pipeline, run, default);
            Times(reading).ShouldAllBe(at => at >= run.Due && at < run.Due + Duration.FromDays(1));
        }
        look.Runs.Skip(1).Select(run => run.EndedAt - run.Due).Distinct().Count().ShouldBeGreaterThan(4);
    }

    [Theory]
    [InlineData(AirflowVersion.Two, "scheduled__2026-11-24T02:00:00+00:00")]
    [InlineData(AirflowVersion.Three, "scheduled__2026-11-25T02:00:00+00:00")]
    public async Task A_run_is_called_as_its_version_calls_it(AirflowVersion version, string id) =>
        (await Connect(version).LookAsync(Airflows.Pipeline, default)).Runs[0].Id.ShouldBe(id);

    [Fact]
    public async Task Without_an_Airflow_the_recording_answers_for_any_DAG()
    {
        var pipeline = new ServiceCollection().AddSingleton<TimeProvider>(time).AddRecordedAirflow().BuildServiceProvider().GetRequiredService<IPipeline>();

        var reading = await Airflows.ReadNewestAsync(pipeline, Airflows.Pipeline with { DagId = "another-nightly" });

        pipeline.IsRecording.ShouldBeTrue();
        Airflows.Counts(reading.Nodes[0]).ShouldBe("1n");
    }

    private IPipeline Connect(AirflowVersion version) => Airflows.Connect(new RecordedAirflow(version, time), Airflows.Settings(version));

    private static IEnumerable<Instant> Times(RunReading reading) => reading.Nodes.Append(reading.Others)
        .SelectMany(node => new[] { node.StartedAt, node.EndedAt, node.FailedAt }.Concat((node.FailedTasks ?? []).SelectMany(task => new[] { task.StartedAt, task.EndedAt })))
        .Concat([reading.Run.StartedAt, reading.Run.EndedAt]).OfType<Instant>();
}
