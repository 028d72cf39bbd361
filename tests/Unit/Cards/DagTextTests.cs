using Hausmeister.Cards;
using Hausmeister.Cards.Rendering;
using Hausmeister.Domain.Duties;
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
        { StageState.CalculatedAndLoaded, null, false, null, "✅ Contracts were calculated and loaded" },
        { StageState.BeingLoaded, null, true, null, "⏩ Contracts were calculated and are being loaded" },
        { StageState.BeingLoaded, "loading", true, null, "⏩ Contracts were calculated and are being loaded (failed 05:10)" },
        { StageState.BeingLoaded, "loading", false, null, "⏩ Contracts were calculated and have to be loaded again (failed 05:10)" },
        { StageState.BeingLoaded, null, false, Finance, "⏩ Contracts were calculated and have to be loaded (waiting for Financial Reports)" },
        { StageState.BeingLoaded, null, false, "", "⏩ Contracts were calculated and have to be loaded (waiting for another task)" },
        { StageState.BeingLoaded, null, true, Finance, "⏩ Contracts were calculated and are being loaded (waiting for Financial Reports)" },
        { StageState.BeingCalculated, null, true, null, "▶️ Contracts are being calculated" },
        { StageState.BeingCalculated, "calculation", true, null, "▶️ Contracts are being calculated (failed 05:10)" },
        { StageState.BeingCalculated, "loading", true, null, "▶️ Contracts are being calculated (loading failed 05:10)" },
        { StageState.BeingCalculated, null, true, Finance, "▶️ Contracts are being calculated (waiting for Financial Reports)" },
        { StageState.HasToBeCalculated, null, false, null, "❌ Contracts have to be calculated" },
        { StageState.HasToBeCalculated, null, true, null, "❌ Contracts have to be calculated" },
        { StageState.HasToBeCalculated, "calculation", false, null, "❌ Contracts have to be calculated again (failed 05:10)" },
        { StageState.HasToBeCalculated, "loading", false, null, "❌ Contracts have to be calculated (loading failed 05:10)" },
        { StageState.HasToBeCalculated, null, false, Finance, "❌ Contracts have to be calculated (waiting for Financial Reports)" },
        { StageState.HasToBeCalculated, null, false, "", "❌ Contracts have to be calculated (waiting for another task)" },
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

        Of(Day(6, 0, stage)).ShouldBe(line);
    }

    [Fact]
    public void Without_a_failure_it_is_the_form_in_use() => Of(Healthy).ShouldBe(
        "✅ Contracts were calculated and loaded\n" +
        "✅ Financial Reports were calculated and loaded\n" +
        "✅ Facts and Dimensions were calculated and loaded\n" +
        "✅ Models and Policies were calculated and loaded\n" +
        "⏩ Other datasets were calculated and are being loaded");

    [Fact]
    public void With_one_it_says_when_and_who_is_on_it() => Of(Taken).ShouldBe(
        "✅ Contracts were calculated and loaded\n" +
        "❌ Financial Reports have to be calculated again (failed 03:12, Ana is on it)\n" +
        "❌ Facts and Dimensions have to be calculated (waiting for Financial Reports)\n" +
        "❌ Models and Policies have to be calculated (waiting for Financial Reports)\n" +
        "❌ Other datasets have to be calculated (waiting for Financial Reports)");

    [Fact]
    public void Who_was_on_an_earlier_trouble_is_not_on_this_one() =>
        Of(With(Failed, Failed.Troubles[0] with { OnIt = new Asked("ana", Clock(3, 20)), EndedAt = Clock(3, 30) })).ShouldContain("(failed 03:12)\n");

    [Fact]
    public void A_time_of_another_day_has_its_date_and_one_that_Airflow_does_not_tell_is_left_out()
    {
        var failure = new StageFailure(Due, [], 1, InLoading: false);
        Of(Day(6, 0, Waiting(Contracts) with { Failure = failure })).ShouldEndWith("(failed Wed 25 Nov 23:00)");
        Of(Day(6, 0, Waiting(Contracts) with { Failure = failure with { At = NodaTime.Instant.MinValue } })).ShouldEndWith("again (failed)");
    }

    [Theory]
    [MemberData(nameof(SeenDays))]
    public void The_day_s_post_is_read_as_these_lines_in_Slack(string state)
    {
        var (_, day, at) = CardSamples.Days.Single(d => d.Name == state);
        Post(day, at).Text.ShouldBe(Of(day));
    }

    public static TheoryData<string> SeenDays() => [.. CardSamples.Days.Where(d => d.Day is { SeenAt: not null, Unseen: null }).Select(d => d.Name)];

    [Fact]
    public void What_is_not_known_to_be_so_is_read_as_what_it_is() =>
        Post(NotSeen with { PostedAt = Clock(6) }, Clock(6, 52)).Text.ShouldStartWith("DAG for Thu 26 Nov: Airflow not seen since 06:40. Last known state.\n");

    [Fact]
    public void A_card_that_somebody_asked_for_says_more() =>
        BlockKit.Message(DagCard.Build(Healthy, new(SampleSquad.WithDag, Clock(9)), "ana")).Text.ShouldContain("target 04:00");

    [Theory]
    [InlineData("R&D <!here>", "R&amp;D &lt;\u2060!here&gt;")]
    [InlineData("a*b* my_sales", "a∗b∗ my_sales")]
    [InlineData("_x_ ~y~ `z`", "ˍxˍ ∼y∼ ˋzˋ")]
    public void A_stage_s_name_formats_nothing(string name, string shown)
    {
        Post(Day(6, 0, Waiting(name)), Clock(6)).Text.ShouldBe($"❌ {shown} have to be calculated");
        Post(Day(6, 0, HeldUp(Contracts, name)), Clock(6)).Text.ShouldBe($"❌ Contracts have to be calculated (waiting for {shown})");
    }

    private static string Of(PipelineDay day) => DagText.Of(day, SampleSquad.WithDag);

    private static SlackMessage Post(PipelineDay day, NodaTime.Instant at) => BlockKit.Message(PipelineMessages.Build(PostKind.DagPost, day, new(SampleSquad.WithDag, at), null, null));
}
