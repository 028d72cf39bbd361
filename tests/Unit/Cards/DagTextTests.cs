using Hausmeister.Cards;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Pipeline;
using static Hausmeister.Tests.Cards.SampleDay;

namespace Hausmeister.Tests.Cards;

/// <summary>The stages' lines as everybody reads them.</summary>
public sealed class DagTextTests
{
    /// <summary>State, what failed (in calculation, in loading), whether something still moves, what holds it up (another stage, some task), and the line.</summary>
    public static TheoryData<StageState, string?, bool, string?, string> Lines() => new()
    {
        { StageState.CalculatedAndLoaded, null, false, null, ":white_check_mark: *Contracts* were calculated and loaded" },
        { StageState.BeingLoaded, null, true, null, ":fast_forward: *Contracts* were calculated and are being loaded" },
        { StageState.BeingLoaded, "loading", true, null, ":fast_forward: *Contracts* were calculated and are being loaded (failed 05:10)" },
        { StageState.BeingLoaded, "loading", false, null, ":fast_forward: *Contracts* were calculated and have to be loaded again (failed 05:10)" },
        { StageState.BeingLoaded, null, false, Finance, ":fast_forward: *Contracts* were calculated and have to be loaded (waiting for Financial Reports)" },
        { StageState.BeingLoaded, null, false, "", ":fast_forward: *Contracts* were calculated and have to be loaded (waiting for another task)" },
        { StageState.BeingLoaded, null, true, Finance, ":fast_forward: *Contracts* were calculated and are being loaded (waiting for Financial Reports)" },
        { StageState.BeingCalculated, null, true, null, ":arrow_forward: *Contracts* are being calculated" },
        { StageState.BeingCalculated, "calculation", true, null, ":arrow_forward: *Contracts* are being calculated (failed 05:10)" },
        { StageState.BeingCalculated, "loading", true, null, ":arrow_forward: *Contracts* are being calculated (loading failed 05:10)" },
        { StageState.BeingCalculated, null, true, Finance, ":arrow_forward: *Contracts* are being calculated (waiting for Financial Reports)" },
        { StageState.HasToBeCalculated, null, false, null, ":x: *Contracts* have to be calculated" },
        { StageState.HasToBeCalculated, null, true, null, ":x: *Contracts* have to be calculated" },
        { StageState.HasToBeCalculated, "calculation", false, null, ":x: *Contracts* have to be calculated again (failed 05:10)" },
        { StageState.HasToBeCalculated, "loading", false, null, ":x: *Contracts* have to be calculated (loading failed 05:10)" },
        { StageState.HasToBeCalculated, null, false, Finance, ":x: *Contracts* have to be calculated (waiting for Financial Reports)" },
        { StageState.HasToBeCalculated, null, false, "", ":x: *Contracts* have to be calculated (waiting for another task)" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_says_the_state_and_hides_no_failure(StageState state, string? failed, bool moves, string? heldUp, string line)
    {
        var stage = new Stage(Contracts, state)
        {
            Moves = moves,
            Failure = failed is null ? null : new StageFailure(Clock(5, 10), [Task(Node, 5, 10)], 1, failed == "loading"),
            HeldUp = heldUp is not null,
            WaitsFor = heldUp is null or "" ? [] : [heldUp],
        };

        Slack(Day(6, 0, stage)).ShouldBe(line);
    }

    [Fact]
    public void Without_a_failure_it_is_the_form_in_use() => Slack(Healthy).ShouldBe(
        ":white_check_mark: *Contracts* were calculated and loaded\n" +
        ":white_check_mark: *Financial Reports* were calculated and loaded\n" +
        ":white_check_mark: *Facts and Dimensions* were calculated and loaded\n" +
        ":white_check_mark: *Models and Policies* were calculated and loaded\n" +
        ":fast_forward: *Other datasets* were calculated and are being loaded");

    [Fact]
    public void With_one_it_says_when_and_who_is_on_it() => Slack(Taken).ShouldBe(
        ":white_check_mark: *Contracts* were calculated and loaded\n" +
        ":x: *Financial Reports* have to be calculated again (failed 03:12, Ana is on it)\n" +
        ":x: *Facts and Dimensions* have to be calculated (waiting for Financial Reports)\n" +
        ":x: *Models and Policies* have to be calculated (waiting for Financial Reports)\n" +
        ":x: *Other datasets* have to be calculated (waiting for Financial Reports)");

    [Fact]
    public void Who_was_on_an_earlier_trouble_is_not_on_this_one() =>
        Slack(With(Failed, Failed.Troubles[0] with { OnIt = new Asked("ana", Clock(3, 20)), EndedAt = Clock(3, 30) })).ShouldContain("(failed 03:12)\n");

    [Fact]
    public void A_time_of_another_day_has_its_date_and_one_that_Airflow_does_not_tell_is_left_out()
    {
        var failure = new StageFailure(Due, [], 1, InLoading: false);
        Slack(Day(6, 0, Waiting(Contracts) with { Failure = failure })).ShouldEndWith("(failed Wed 25 Nov 23:00)");
        Slack(Day(6, 0, Waiting(Contracts) with { Failure = failure with { At = NodaTime.Instant.MinValue } })).ShouldEndWith("again (failed)");
    }

    [Theory]
    [InlineData("R&D <!here>", "R&amp;D &lt;\u2060!here&gt;")]
    [InlineData("a*b* my_sales", "a∗b∗ my_sales")]
    [InlineData("_x_ ~y~ `z`", "ˍxˍ ∼y∼ ˋzˋ")]
    public void A_stage_s_name_formats_nothing(string name, string shown)
    {
        Slack(Day(6, 0, Waiting(name))).ShouldBe($":x: *{shown}* have to be calculated");
        Slack(Day(6, 0, HeldUp(Contracts, name))).ShouldBe($":x: *Contracts* have to be calculated (waiting for {shown})");
    }

    private static string Slack(PipelineDay day) => DagText.Slack(day, SampleSquad.WithDag);
}
