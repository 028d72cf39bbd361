using CsCheck;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Pipeline;

/// <summary>The four states as tables, and what holds for any set of tasks.</summary>
public sealed class StageReaderTests
{
    private static readonly string?[] States = [null, .. TaskStates.Table.Keys, "a state of a later Airflow"];

    private static readonly PipelineSettings Loaded = WithDag.Pipeline! with { Stages = [new StageSettings("Stage", ["calc"], ["load"], new LocalTime(8, 0), null)] };

    /// <summary>Tasks that calculate, tasks that load, what the stage is, and whether something in it failed. A number after a state is the try.</summary>
    public static TheoryData<string, string, StageState, bool> Table => new()
    {
        { "-", "-", StageState.HasToBeCalculated, false },
        { "scheduled", "-", StageState.HasToBeCalculated, false },
        { "queued queued -", "-", StageState.HasToBeCalculated, false },
        { "queued:2", "-", StageState.BeingCalculated, false },
        { "scheduled:2 -", "-", StageState.BeingCalculated, false },
        { "running", "-", StageState.BeingCalculated, false },
        { "up_for_retry", "-", StageState.BeingCalculated, false },
        { "up_for_reschedule", "-", StageState.BeingCalculated, false },
        { "deferred", "-", StageState.BeingCalculated, false },
        { "restarting", "-", StageState.BeingCalculated, false },
        { "unheard_of", "-", StageState.BeingCalculated, false },
        { "success -", "-", StageState.BeingCalculated, false },
        { "success queued", "-", StageState.BeingCalculated, false },
        { "success upstream_failed", "-", StageState.HasToBeCalculated, false },
        { "upstream_failed", "upstream_failed", StageState.HasToBeCalculated, false },
        { "failed", "upstream_failed", StageState.HasToBeCalculated, true },
        { "failed queued", "-", StageState.HasToBeCalculated, true },
        { "failed running", "-", StageState.BeingCalculated, true },
        { "failed success", "upstream_failed", StageState.HasToBeCalculated, true },
        { "success", "-", StageState.BeingLoaded, false },
        { "skipped success", "queued", StageState.BeingLoaded, false },
        { "success removed", "running", StageState.BeingLoaded, false },
        { "success", "failed", StageState.BeingLoaded, true },
        { "success", "failed running", StageState.BeingLoaded, true },
        { "success", "upstream_failed", StageState.BeingLoaded, false },
        { "success", "success", StageState.CalculatedAndLoaded, false },
        { "success skipped", "skipped", StageState.CalculatedAndLoaded, false },
        { "removed", "success", StageState.HasToBeCalculated, false },
        { "running", "failed", StageState.BeingCalculated, true },
        { "success", "removed", StageState.BeingLoaded, false },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_stage_has_the_state_of_its_tasks(string calculating, string loading, StageState state, bool failed)
    {
        var stage = Read(RunState.Running, [.. Rows("calc", calculating), .. Rows("load", loading)]);

        stage.State.ShouldBe(state);
        (stage.Failure is not null).ShouldBe(failed);
    }

    [Theory]
    [InlineData("success -", RunState.Running, StageState.BeingCalculated)]
    [InlineData("success -", RunState.Failed, StageState.HasToBeCalculated)]
    [InlineData("success -", RunState.Success, StageState.HasToBeCalculated)]
    public void Nothing_moves_in_a_run_that_has_ended(string calculating, RunState run, StageState state) =>
        Read(run, [.. Rows("calc", calculating), .. Rows("load", "-")]).State.ShouldBe(state);

    [Fact]
    public void Whatever_the_tasks_are_doing_each_stage_has_one_state_and_shows_its_failure() => Rows().Sample(rows =>
    {
        var stage = Read(RunState.Running, rows);
        var counted = rows.Where(r => r.Progress != TaskProgress.NotCounted).ToList();
        Enum.IsDefined(stage.State).ShouldBeTrue();
        (stage.Failure is not null).ShouldBe(rows.Any(r => r.Progress == TaskProgress.Failed));
        stage.IsLoaded.ShouldBe(counted.Select(r => r.Id).Distinct().Count() == 2 && counted.TrueForAll(r => r.Progress == TaskProgress.Done));
        if (stage.State == StageState.HasToBeCalculated && stage.Failure is null)
            rows.Where(r => r.Id == "calc").ShouldAllBe(r => r.Progress != TaskProgress.Moving);
    }, iter: 5_000);

    [Fact]
    public void As_tasks_succeed_a_stage_never_goes_back() => Rows("failed", "upstream_failed", "removed").Sample(rows =>
    {
        var left = rows.ToList();
        var before = Read(RunState.Running, left).State;
        for (var at = 0; at < left.Count; at++)
        {
            left[at] = left[at] with { State = "success" };
            var after = Read(RunState.Running, left).State;
            ((int)after).ShouldBeGreaterThanOrEqualTo((int)before);
            before = after;
        }
        before.ShouldBe(StageState.CalculatedAndLoaded);
    }, iter: 2_000);

    [Fact]
    public void What_waits_for_a_failure_names_the_stage_that_failed_and_not_those_between()
    {
        var pipeline = new ScriptedPipeline();
        var run = pipeline.Begin(At(2026, 11, 25, 23, 0));
        pipeline.Set(run, "itaipu-contracts", "success", run.StartedAt, run.StartedAt);
        pipeline.Set(run, "finance.ledger", "failed", run.StartedAt, At(2026, 11, 26, 3, 12));
        pipeline.Set(run, "finance.report itaipu-dimensional-modeling capivara-dm itaipu-policies itaipu-rest capivara-rest", "upstream_failed");

        var stages = Read(pipeline, run);

        stages.Select(s => s.State).ShouldBe([StageState.CalculatedAndLoaded, StageState.HasToBeCalculated, StageState.HasToBeCalculated, StageState.HasToBeCalculated, StageState.HasToBeCalculated]);
        stages[1].Failure.ShouldNotBeNull().At.ShouldBe(At(2026, 11, 26, 3, 12));
        stages.Skip(2).ShouldAllBe(s => s.HeldUp && s.WaitsFor.SequenceEqual(new[] { "Financial Reports" }));
    }

    [Fact]
    public void What_a_task_of_no_stage_holds_up_waits_for_no_stage()
    {
        var pipeline = new ScriptedPipeline();
        var run = pipeline.Begin(At(2026, 11, 25, 23, 0));
        pipeline.Set(run, "itaipu-contracts", "upstream_failed");

        Read(pipeline, run)[0].ShouldSatisfyAllConditions(s => s.HeldUp.ShouldBeTrue(), s => s.WaitsFor.ShouldBeEmpty(), s => s.Failure.ShouldBeNull());
    }

    [Fact]
    public void A_node_that_the_dag_does_not_have_is_named_and_its_stage_never_done()
    {
        var stage = Read(RunState.Success, [.. Rows("calc", "success")]);

        stage.Missing.ShouldBe(["load"]);
        stage.State.ShouldBe(StageState.BeingLoaded);
    }

    [Fact]
    public void Times_are_those_of_the_first_start_and_the_last_end()
    {
        Instant[] times = [.. Enumerable.Range(0, 4).Select(hour => At(2026, 11, 26, hour, 0))];

        var stage = Read(RunState.Running, [new("calc", 0, "success", times[1], times[2]), new("calc", 1, "success", times[0], times[1]), new("load", -1, "success", times[2], times[3])]);

        (stage.StartedAt, stage.Since, stage.FinishedAt).ShouldBe((times[0], times[2], times[3]));
    }

    private static Stage Read(RunState run, IReadOnlyCollection<TaskRow> rows) =>
        StageReader.Read(Loaded, TaskRow.Read(Loaded, new PipelineRun("run", At(2026, 11, 25, 23, 0), run, At(2026, 11, 25, 23, 0), null), rows), null).ShouldHaveSingleItem();

    private static IReadOnlyList<Stage> Read(ScriptedPipeline pipeline, PipelineRun run) => StageReader.Read(
        WithDag.Pipeline!, pipeline.ReadAsync(WithDag.Pipeline!, run, CancellationToken.None).Result, StageLinks.Upstream(WithDag.Pipeline!, ScriptedPipeline.Dag));

    private static IEnumerable<TaskRow> Rows(string task, string states) => states.Split(' ').Select((words, index) =>
    {
        var parts = words.Split(':');
        return new TaskRow(task, index, parts[0] == "-" ? null : parts[0], Tries: parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 1);
    });

    private static Gen<List<TaskRow>> Rows(params string[] without)
    {
        var state = Gen.Int[0, States.Length - without.Length - 1].Select(n => States.Except(without).ElementAt(n));
        Gen<TaskRow> Row(string task) => Gen.Select(state, Gen.Int[0, 3], (s, tries) => new TaskRow(task, 0, s, Tries: tries));
        return Gen.Select(Row("calc").List[1, 6], Row("load").List[1, 4], (calc, load) => calc.Concat(load).Select((row, index) => row with { MapIndex = index }).ToList());
    }
}
