using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Airflow.Recordings;
using Hausmeister.Integrations.Airflow.Tasks;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Tests.Airflow;

/// <summary>Every recorded moment of both versions, counted.</summary>
public sealed class MomentTests
{
    private const string NothingAfterFinance = "1n | 1n | 1n | 120n | 1n";
    private const string Loaded = "1d | 4d | 1d | 1d | 1d | 120d | 1d | 2d";

    // contracts | finance | dimensional | its load | policies | rest | its load | others
    private static readonly (string Moment, string Two, string Three)[] Expected =
    [
        Both("01-scheduled", $"1n | 4n | {NothingAfterFinance} | 2n"),
        Both("02-queued", $"1n | 4n | {NothingAfterFinance} | 2n"),
        Both("03-contracts-running", $"1m | 4n | {NothingAfterFinance} | 2n"),
        Both("04-contracts-up-for-retry", $"1m | 4n | {NothingAfterFinance} | 2n"),
        Both("05-contracts-second-try", $"1m | 4n | {NothingAfterFinance} | 2n"),
        Both("06-finance-running", $"1d | 1n 3m | {NothingAfterFinance} | 1n 1m"),
        Both("07-finance-failed-run-running", "1d | 2m 1f 1h | 1h | 1h | 1h | 120h | 1h | 1m 1d"),
        ("08-finance-cleared", "", $"1d | 1n 3m | {NothingAfterFinance} | 1m 1d"),
        Both("09-dimensional-running", "1d | 4d | 1m | 1n | 1n | 120n | 1n | 1m 1d"),
        Both("10-dm-loading-policies-running", "1d | 4d | 1d | 1m | 1m | 120n | 1n | 1m 1d"),
        ("11-dm-loaded-policies-retry", "1d | 4d | 1d | 1d | 1m | 120n | 1n | 1m 1d", ""),
        ("12-rest-mapped-running", "1d | 4d | 1d | 1d | 1d | 87n 3m 30d | 1n | 1m 1d", "1d | 4d | 1d | 1d | 1d | 86n 3m 31d | 1n | 1m 1d"),
        ("13-rest-mapped-failed", "1d | 4d | 1d | 1d | 1d | 110d 10f | 1h | 1m 1d", "1d | 4d | 1d | 1d | 1d | 74n 2m 40d 4f | 1h | 1m 1d"),
        Both("14-rest-loading", "1d | 4d | 1d | 1d | 1d | 120d | 1m | 1m 1d"),
        Both("15-restarting", "1d | 4d | 1d | 1d | 1d | 120d | 1m | 1m 1d"),
        Both("16-success", Loaded),
        Both("day-1-success", Loaded),
        Both("day-2-failed", "1d | 2d 1f 1h | 1h | 1h | 1h | 120h | 1h | 2d"),
        Both("day-3-load-skipped", Loaded),
    ];

    public static TheoryData<AirflowVersion, string, string> Moments =>
    [
        .. Expected.SelectMany(e => new (AirflowVersion, string, string)[] { (AirflowVersion.Two, e.Moment, e.Two), (AirflowVersion.Three, e.Moment, e.Three) }).Where(e => e.Item3 != ""),
    ];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task A_moment_is_counted_by_the_nodes_of_the_stages(AirflowVersion version, string moment, string counts)
    {
        var reading = await Airflows.ReadNewestAsync(Airflows.Connect(Airflows.At(version, moment)));

        Airflows.Counts(reading).ShouldBe(counts);
        reading.Nodes.Select(node => node.Node).ShouldBe(Airflows.Pipeline.Nodes);
    }

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public void No_recorded_moment_is_left_out(AirflowVersion version) => Recording.Of(version).Names.Where(name => name.EndsWith("/run", StringComparison.Ordinal))
        .Select(name => name.Split('/')[1]).Where(moment => moment != "pages-that-shift")
        .ShouldBe(Moments.Where(row => row.Data.Item1 == version).Select(row => row.Data.Item2), ignoreOrder: true);

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public void A_queued_run_of_another_DAG_has_not_started(AirflowVersion version)
    {
        var tally = Tally(version, "run-queued-dag-paused");

        tally.AddsUp.ShouldBeTrue();
        tally.Tasks.ShouldAllBe(task => task.StartedAt == null && task.Count(Domain.Pipeline.TaskProgress.NotStarted) == 1);
    }

    [Fact]
    public void Pages_that_shift_do_not_add_up()
    {
        var tally = Tally(AirflowVersion.Two, "pages-that-shift");

        (tally.Rows, tally.Total, tally.AddsUp).ShouldBe((131, 131, false));
    }

    [Theory]
    [InlineData(AirflowVersion.Two, "finance.ledger: try 1 of 1, 2026-11-22T21:33:05.6")]
    [InlineData(AirflowVersion.Three, "finance.ledger: try 1 of 1, 2026-11-22T21:38:11.6")]
    public void A_failed_task_is_told_with_its_try_and_its_times(AirflowVersion version, string expected)
    {
        var finance = Node(version, "07-finance-failed-run-running", "finance");

        var task = finance.FailedTasks.ShouldNotBeNull().ShouldHaveSingleItem();
        $"{task.Id}: try {task.Try} of {task.MostTries}, {InstantPattern.ExtendedIso.Format(task.EndedAt!.Value)}".ShouldStartWith(expected);
        task.MapIndex.ShouldBe(-1);
        finance.FailedAt.ShouldBe(task.EndedAt);
        finance.StartedAt.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(task.StartedAt!.Value);
        finance.EndedAt.ShouldBeNull();
    }

    [Fact]
    public void Of_many_that_failed_the_first_ten_are_told_by_their_end()
    {
        var failed = Node(AirflowVersion.Two, "13-rest-mapped-failed", "itaipu-rest").FailedTasks.ShouldNotBeNull();

        failed.Count.ShouldBe(10);
        failed.Select(task => task.EndedAt).ShouldBeInOrder();
        failed.Select(task => task.MapIndex % 13).ShouldAllBe(index => index == 0);
    }

    [Theory]
    [InlineData("07-finance-failed-run-running", "itaipu-dimensional-modeling")]
    [InlineData("08-finance-cleared", "itaipu-dimensional-modeling")]
    [InlineData("12-rest-mapped-running", "capivara-rest")]
    public void What_was_held_up_or_cleared_has_times_of_Airflows_and_none_of_ours(string moment, string node)
    {
        var reading = Node(AirflowVersion.Three, moment, node);

        (reading.StartedAt, reading.EndedAt, reading.FailedAt).ShouldBe((null, null, null));
    }

    [Fact]
    public void A_second_try_has_not_ended_with_the_first()
    {
        var contracts = Node(AirflowVersion.Three, "05-contracts-second-try", "itaipu-contracts");

        contracts.StartedAt.ShouldNotBeNull();
        contracts.EndedAt.ShouldBeNull();
    }

    private static (string, string, string) Both(string moment, string counts) => (moment, counts, counts);

    private static RunTally Tally(AirflowVersion version, string moment)
    {
        var tally = new RunTally();
        foreach (var page in Recording.Of(version).Pages(moment)) new TaskListParser(tally).Read(page.Body, isLast: true);
        return tally;
    }

    private static Domain.Ports.NodeReading Node(AirflowVersion version, string moment, string node) =>
        NodeReadings.Of(new("run", Instant.MinValue, default, null, null), [node], Tally(version, moment), new Dictionary<string, string>()).Nodes[0];
}
