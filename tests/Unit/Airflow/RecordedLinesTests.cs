using System.Text.RegularExpressions;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Airflow.Recordings;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Airflow;

/// <summary>What the squad reads at every recorded moment: from the bytes of a real Airflow to the five lines, on both versions the same.</summary>
public sealed partial class RecordedLinesTests
{
    private const string Done = "✅ Contracts were calculated and loaded";
    private const string Waits = "\n❌ Facts and Dimensions have to be calculated\n❌ Models and Policies have to be calculated\n❌ Other datasets have to be calculated";
    private const string NothingAfterContracts = "\n❌ Financial Reports have to be calculated" + Waits;
    private const string HeldUp =
        "\n❌ Facts and Dimensions have to be calculated (waiting for Financial Reports)\n❌ Models and Policies have to be calculated (waiting for Financial Reports)\n❌ Other datasets have to be calculated (waiting for Financial Reports)";

    private const string FinanceDone = Done + "\n✅ Financial Reports were calculated and loaded";
    private const string FactsDone = FinanceDone + "\n✅ Facts and Dimensions were calculated and loaded";
    private const string PoliciesDone = FactsDone + "\n✅ Models and Policies were calculated and loaded";
    private const string Loading = PoliciesDone + "\n⏩ Other datasets were calculated and are being loaded";
    private const string AllDone = PoliciesDone + "\n✅ Other datasets were calculated and loaded";
    private const string ContractsRunning = "▶️ Contracts are being calculated" + NothingAfterContracts;
    private const string FinanceRunning = Done + "\n▶️ Financial Reports are being calculated" + Waits;

    private static readonly (string Moment, string Two, string Three)[] Expected =
    [
        Both("01-scheduled", "❌ Contracts have to be calculated" + NothingAfterContracts),
        Both("02-queued", "❌ Contracts have to be calculated" + NothingAfterContracts),
        Both("03-contracts-running", ContractsRunning),
        Both("04-contracts-up-for-retry", ContractsRunning),
        Both("05-contracts-second-try", ContractsRunning),
        Both("06-finance-running", FinanceRunning),
        Both("07-finance-failed-run-running", Done + "\n▶️ Financial Reports are being calculated (failed 00:00)" + HeldUp),
        ("08-finance-cleared", "", FinanceRunning),
        Both("09-dimensional-running", FinanceDone + "\n▶️ Facts and Dimensions are being calculated\n❌ Models and Policies have to be calculated\n❌ Other datasets have to be calculated"),
        Both("10-dm-loading-policies-running", FinanceDone + "\n⏩ Facts and Dimensions were calculated and are being loaded\n▶️ Models and Policies are being calculated\n❌ Other datasets have to be calculated"),
        ("11-dm-loaded-policies-retry", FactsDone + "\n▶️ Models and Policies are being calculated\n❌ Other datasets have to be calculated", ""),
        Both("12-rest-mapped-running", PoliciesDone + "\n▶️ Other datasets are being calculated"),
        // The same step, read when all of its tasks had ended and while some were running.
        ("13-rest-mapped-failed", PoliciesDone + "\n❌ Other datasets have to be calculated again (failed 00:00)", PoliciesDone + "\n▶️ Other datasets are being calculated (failed 00:00)"),
        Both("14-rest-loading", Loading),
        Both("15-restarting", Loading),
        Both("16-success", AllDone),
        Both("day-1-success", AllDone),
        Both("day-2-failed", Done + "\n❌ Financial Reports have to be calculated again (failed 00:00)" + HeldUp),
        Both("day-3-load-skipped", AllDone),
    ];

    public static TheoryData<AirflowVersion, string, string> Moments =>
    [
        .. Expected.SelectMany(e => new (AirflowVersion, string, string)[] { (AirflowVersion.Two, e.Moment, e.Two), (AirflowVersion.Three, e.Moment, e.Three) }).Where(e => e.Item3 != ""),
    ];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task A_recorded_moment_reads(AirflowVersion version, string moment, string lines)
    {
        var day = await SeeAsync(Airflows.Connect(Airflows.At(version, moment)));

        // When it failed is the playing night's affair.
        Clock().Replace(DagText.Of(day, WithDag), "00:00").ShouldBe(lines);
    }

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public void Every_recorded_moment_is_in_the_table(AirflowVersion version) => Recording.Of(version).Names.Where(name => name.EndsWith("/run", StringComparison.Ordinal))
        .Select(name => name.Split('/')[1]).Where(moment => moment != "pages-that-shift")
        .ShouldBe(Moments.Where(row => row.Data.Item1 == version).Select(row => row.Data.Item2), ignoreOrder: true);

    private static async Task<PipelineDay> SeeAsync(IPipeline airflow)
    {
        var settings = WithDag.Pipeline!;
        var moment = new Moment(WithDag, Instant.FromUtc(2026, 11, 25, 8, 0));
        var look = await airflow.LookAsync(settings, TestContext.Current.CancellationToken);
        var day = PipelineRules.Plan(Mornings.Of(look.Runs[0].Due, WithDag), moment.Now, moment);
        var sight = new Sight(look, await airflow.ReadAsync(settings, look.Runs[0], TestContext.Current.CancellationToken))
        {
            Upstream = StageLinks.Upstream(settings, await airflow.TasksAsync(settings, TestContext.Current.CancellationToken)),
        };
        return PipelineRules.See(day, sight, moment);
    }

    private static (string, string, string) Both(string moment, string lines) => (moment, lines, lines);

    [GeneratedRegex(@"(\w{3} \d+ \w{3} )?\d\d:\d\d")]
    private static partial Regex Clock();
}
