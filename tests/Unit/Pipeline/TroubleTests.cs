using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Pipeline;

/// <summary>What is wrong is told once to who can act, at its hour, and is over when it is over.</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task A_failure_at_night_wakes_the_one_on_duty_and_the_guild_reads_one_line_whatever_follows_from_it()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        await house.GoToAsync(At(2026, 11, 26, 3, 13));
        house.FailLedger(run, At(2026, 11, 26, 3, 12));
        await house.GoToAsync(At(2026, 11, 26, 3, 15));
        house.Messenger.Sent.Select(s => (s.To, s.Kind)).ShouldBe([(Recipient.Of("ana"), PostKind.Trouble), (Recipient.Guild, PostKind.TroubleGuild)], ignoreOrder: true);
        await house.DecideAsync(d => TroubleRules.TakeOn(d, "financial-reports", "ana", house.Moment));

        await house.GoToAsync(At(2026, 11, 26, 8, 40));

        var day = await house.DayAsync();
        day.Troubles.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            t => (t.Id, t.Kind, t.Since).ShouldBe(("financial-reports", TroubleKind.Failed, At(2026, 11, 26, 3, 12))),
            t => t.OnIt.ShouldNotBeNull().Member.ShouldBe("ana"));
        TroubleRules.HeldUpBy(day, day.Troubles[0]).Select(s => s.Name).ShouldBe(["Facts and Dimensions", "Models and Policies", "Other datasets"]);
        TroubleRules.FineBeside(day, day.Troubles[0]).Select(s => s.Name).ShouldBe(["Contracts"]);
        house.Messenger.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_on_it_after_half_an_hour_Level_2_hears_of_it()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.FailLedger(run, At(2026, 11, 26, 3, 12));

        await house.GoToAsync(At(2026, 11, 26, 3, 29));
        house.Told(PostKind.TroubleLevel2).ShouldBeEmpty();
        await house.GoToAsync(At(2026, 11, 26, 6, 0));

        house.Told(PostKind.TroubleLevel2).ShouldBe([Recipient.Of("clara")]);
    }

    [Fact]
    public async Task Ten_mapped_tasks_that_fail_are_one_trouble_and_more_of_them_the_same()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.Airflow.Load(run, At(2026, 11, 26, 3, 0));
        house.Airflow.Set(run, "capivara-rest", "upstream_failed");
        house.Airflow.Map(run, "itaipu-rest", "success", "failed", "failed", "running", "queued");
        await house.GoToAsync(At(2026, 11, 26, 3, 5));
        house.Airflow.Map(run, "itaipu-rest", [.. Enumerable.Repeat("failed", 12), "success"]);
        house.Airflow.Map(run, "itaipu-rest", ["success", .. Enumerable.Repeat("failed", 12)]);

        await house.GoToAsync(At(2026, 11, 26, 3, 15));

        house.Told(PostKind.Trouble).Count().ShouldBe(1);
        (await house.DayAsync()).Stages[^1].Failure.ShouldNotBeNull().ShouldSatisfyAllConditions(f => f.Count.ShouldBe(12), f => f.Tasks.Count.ShouldBe(NodeReading.MostFailedTasks));
    }

    [Fact]
    public async Task A_try_that_comes_again_is_no_failure()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.Airflow.Set(run, "finance.ledger", "up_for_retry", At(2026, 11, 26, 2, 55), At(2026, 11, 26, 3, 1));

        await house.GoToAsync(At(2026, 11, 26, 5, 59));

        house.Messenger.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lateness_waits_for_work_hours_and_what_was_promised_to_others_does_not()
    {
        var (house, _) = await PipelineHouse.OpenNightAsync();
        await house.GoToAsync(At(2026, 11, 26, 7, 59));
        house.Messenger.Sent.ShouldBeEmpty();
        (await house.DayAsync()).TroubleOf("Financial Reports").ShouldNotBeNull().Kind.ShouldBe(TroubleKind.Late);

        await house.GoToAsync(At(2026, 11, 26, 8, 1));

        house.Told(PostKind.Trouble).ShouldBe([Recipient.Of("ana")]);
        (await house.DayAsync()).TroubleOf("Financial Reports").ShouldNotBeNull().Kind.ShouldBe(TroubleKind.PastSla);
    }

    [Fact]
    public async Task What_was_late_at_night_and_is_loaded_in_the_morning_is_not_told()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.Airflow.Set(run, "itaipu-contracts", "running", At(2026, 11, 25, 23, 5));
        await house.GoToAsync(At(2026, 11, 26, 5, 0));
        (await house.DayAsync()).TroubleOf("Contracts").ShouldNotBeNull();
        house.Airflow.Load(run, At(2026, 11, 26, 5, 0));

        await house.GoToAsync(At(2026, 11, 26, 10, 0));

        house.Told(PostKind.Trouble).ShouldBeEmpty();
        (await house.DayAsync()).TroubleOf("Contracts").ShouldNotBeNull().EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_promise_that_waits_for_another_stage_is_told_as_that_ones_trouble()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.Airflow.Set(run, "*", null);
        house.Airflow.Set(run, "itaipu-contracts", "running", At(2026, 11, 25, 23, 5));

        await house.GoToAsync(At(2026, 11, 26, 8, 1));

        (await house.DayAsync()).Troubles.ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.Id.ShouldBe("contracts"), t => t.Kind.ShouldBe(TroubleKind.PastSla));
        house.Told(PostKind.Trouble).ShouldBe([Recipient.Of("ana")]);
    }

    [Fact]
    public async Task Late_and_then_failed_are_one_thread_and_whoever_is_on_it_hears_of_it_again()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        await house.GoToAsync(At(2026, 11, 26, 8, 1));
        await house.DecideAsync(d => TroubleRules.TakeOn(d, "financial-reports", "bruno", house.Moment));

        house.FailLedger(run, At(2026, 11, 26, 8, 10));
        await house.GoToAsync(At(2026, 11, 26, 8, 12));

        house.Told(PostKind.Trouble).ShouldBe([Recipient.Of("ana"), Recipient.Of("bruno")]);
        house.Told(PostKind.TroubleGuild).Count().ShouldBe(1);
        (await house.DayAsync()).Troubles.ShouldHaveSingleItem().OnIt.ShouldNotBeNull().Member.ShouldBe("bruno");
    }

    [Fact]
    public async Task Cleared_it_goes_on_and_is_over_when_it_is_loaded_and_a_second_failure_is_told_again()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.FailLedger(run, At(2026, 11, 26, 3, 12));
        await house.GoToAsync(At(2026, 11, 26, 3, 14));
        house.Airflow.Set(run, "finance.ledger", "running", At(2026, 11, 26, 3, 20), tries: 2);
        house.Airflow.Set(run, "finance.report itaipu-dimensional-modeling capivara-dm itaipu-policies itaipu-rest capivara-rest", null);
        await house.GoToAsync(At(2026, 11, 26, 3, 25));
        (await house.DayAsync()).Troubles.ShouldHaveSingleItem().EndedAt.ShouldBeNull();

        house.FailLedger(run, At(2026, 11, 26, 3, 40));
        await house.GoToAsync(At(2026, 11, 26, 3, 42));
        house.Told(PostKind.Trouble).Count().ShouldBe(2);

        house.Airflow.Load(run, At(2026, 11, 26, 5, 0));
        await house.GoToAsync(At(2026, 11, 26, 5, 2));
        (await house.DayAsync()).Troubles.ShouldHaveSingleItem().EndedAt.ShouldNotBeNull();
        house.Told(PostKind.TroubleLevel2).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_has_not_started_by_its_time_is_one_trouble_and_over_when_it_starts()
    {
        var house = await PipelineHouse.OpenAsync();
        await house.GoToAsync(At(2026, 11, 25, 23, 14));
        house.Messenger.Sent.ShouldBeEmpty();
        await house.GoToAsync(At(2026, 11, 26, 5, 0));
        house.Told(PostKind.Trouble).ShouldBe([Recipient.Of("ana")]);
        (await house.DayAsync()).Troubles.ShouldHaveSingleItem().Kind.ShouldBe(TroubleKind.NotStarted);

        house.Airflow.Load(house.Airflow.Begin(PipelineHouse.Due, At(2026, 11, 26, 5, 0)), At(2026, 11, 26, 5, 30));
        await house.GoToAsync(At(2026, 11, 26, 5, 32));

        (await house.DayAsync()).Troubles.ShouldHaveSingleItem().EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_queued_run_has_not_started_either()
    {
        var house = await PipelineHouse.OpenAsync();
        await house.GoToAsync(PipelineHouse.Due);
        var run = house.Airflow.Begin(PipelineHouse.Due);
        house.Airflow.Change(run.Id, r => r with { State = RunState.Queued, StartedAt = null });

        await house.GoToAsync(At(2026, 11, 25, 23, 20));

        (await house.DayAsync()).Troubles.ShouldHaveSingleItem().Id.ShouldBe(StageTrouble.OfRun);
    }

    [Fact]
    public async Task A_failure_that_nobody_mended_ends_with_the_next_run()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.FailLedger(run, At(2026, 11, 26, 3, 12));
        house.Airflow.End(run, RunState.Failed, At(2026, 11, 26, 3, 15));
        await house.GoToAsync(At(2026, 11, 26, 22, 0));
        (await house.DayAsync()).Troubles.ShouldHaveSingleItem().EndedAt.ShouldBeNull();

        house.Airflow.Begin(At(2026, 11, 26, 23, 0));
        await house.GoToAsync(At(2026, 11, 26, 23, 30));

        (await house.DayAsync()).Troubles.ShouldHaveSingleItem().EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_open_issue_about_the_same_node_is_found_by_its_title()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        await house.House.IssueAsync();
        await house.House.SaveAsync(c => Domain.Cases.ServiceIssues.Begin(c with { Title = "finance.ledger runs out of memory", Priority = Domain.Cases.Priority.P3 }, Duties.DutyHouse.Ana, house.Moment));
        await house.House.PumpAsync();
        house.FailLedger(run, At(2026, 11, 26, 3, 12));

        await house.GoToAsync(At(2026, 11, 26, 3, 14));

        (await house.DayAsync()).Troubles.ShouldHaveSingleItem().Same.ShouldNotBeNull().Title.ShouldBe("finance.ledger runs out of memory");
    }

    /// <summary>Financial Reports have a target of 06:00, Facts and Dimensions of 08:00: two hours after.</summary>
    [Fact]
    public async Task Whoever_waited_for_a_failure_has_as_long_after_it_as_their_targets_lie_apart()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.FailLedger(run, At(2026, 11, 26, 3, 12));
        await house.GoToAsync(At(2026, 11, 26, 9, 30));
        house.Airflow.Set(run, "finance.ledger finance.wait-for-files finance.report", "success", At(2026, 11, 26, 9, 0), At(2026, 11, 26, 9, 30));
        house.Airflow.Set(run, "itaipu-dimensional-modeling", "running", At(2026, 11, 26, 9, 31));
        house.Airflow.Set(run, "capivara-dm itaipu-policies itaipu-rest capivara-rest", null);

        await house.GoToAsync(At(2026, 11, 26, 11, 29));
        house.Told(PostKind.TroubleGuild).Count().ShouldBe(1);
        await house.GoToAsync(At(2026, 11, 26, 11, 31));

        (await house.DayAsync()).TroubleOf("Facts and Dimensions").ShouldNotBeNull().Since.ShouldBe(At(2026, 11, 26, 11, 30));
        house.Told(PostKind.TroubleGuild).Count().ShouldBe(2);
    }
}
