using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Duties;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Pipeline;

/// <summary>The state is posted once each morning, only while it is true, and edited until the run is complete.</summary>
public sealed class PostTests
{
    [Fact]
    public async Task At_nine_the_state_goes_out_once_and_is_edited_until_everything_is_loaded()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.Airflow.Load(run, At(2026, 11, 26, 3, 30));
        house.Airflow.Set(run, "capivara-rest", "running", At(2026, 11, 26, 3, 20));
        await house.GoToAsync(At(2026, 11, 26, 8, 59));
        house.Messenger.Sent.ShouldBeEmpty();

        await house.GoToAsync(At(2026, 11, 26, 9, 0));

        house.Messenger.Sent.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            sent => sent.Kind.ShouldBe(PostKind.DagPost), sent => sent.To.ShouldBe(Recipient.Announcements));
        house.Airflow.Set(run, "capivara-rest", "success", At(2026, 11, 26, 3, 20), At(2026, 11, 26, 9, 30));
        house.Airflow.End(run, RunState.Success, At(2026, 11, 26, 9, 30));
        await house.GoToAsync(At(2026, 11, 26, 9, 32));
        (await house.DayAsync()).CompleteAt.ShouldBe(At(2026, 11, 26, 9, 30));
        house.Messenger.Updated.ShouldContain(u => u.Kind == PostKind.DagPost);
        await house.GoToAsync(At(2026, 11, 26, 22, 0));
        house.Told(PostKind.DagPost).Count().ShouldBe(1);
    }

    [Fact]
    public async Task It_goes_out_at_the_weekend_too()
    {
        var house = await PipelineHouse.OpenAsync(At(2026, 11, 27, 22, 0));
        house.Airflow.NextDue = At(2026, 11, 27, 23, 0);
        await house.GoToAsync(At(2026, 11, 27, 23, 0));
        house.Airflow.Load(house.Airflow.Begin(At(2026, 11, 27, 23, 0)), At(2026, 11, 28, 1, 0));

        await house.GoToAsync(At(2026, 11, 28, 9, 0));

        house.Told(PostKind.DagPost).Count().ShouldBe(1);
    }

    [Fact]
    public async Task What_Airflow_does_not_confirm_is_not_posted_until_it_answers_again()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.Airflow.Load(run, At(2026, 11, 26, 3, 30));
        await house.GoToAsync(At(2026, 11, 26, 6, 40));
        house.Airflow.Refuses = "Airflow does not answer in time.";
        await house.GoToAsync(At(2026, 11, 26, 9, 20));
        house.Told(PostKind.DagPost).ShouldBeEmpty();
        (await house.DayAsync()).Unseen.ShouldNotBeNull().Since.ShouldBe(At(2026, 11, 26, 6, 40));

        house.Airflow.Refuses = null;
        await house.GoToAsync(At(2026, 11, 26, 9, 22));

        house.Told(PostKind.DagPost).Count().ShouldBe(1);
        (await house.DayAsync()).ShouldSatisfyAllConditions(day => day.Unseen.ShouldBeNull(), day => day.PostedAt.ShouldNotBeNull().ShouldBeGreaterThan(At(2026, 11, 26, 9, 20)));
    }

    [Fact]
    public async Task After_downtime_it_goes_out_late_and_once()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.Airflow.Load(run, At(2026, 11, 26, 3, 30));
        house.House.Time.Advance(TimeSpan.FromHours(8));

        await house.House.PumpAsync();
        await house.GoToAsync(At(2026, 11, 26, 12, 0));

        house.Told(PostKind.DagPost).Count().ShouldBe(1);
        house.Told(PostKind.DagPreview).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_whole_morning_that_was_missed_is_not_told_the_day_after()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.Airflow.Load(run, At(2026, 11, 26, 3, 30));
        house.House.Time.Advance(TimeSpan.FromHours(31));
        house.Airflow.Load(house.Airflow.Begin(At(2026, 11, 26, 23, 0)), At(2026, 11, 27, 3, 30));

        await house.House.Calendar.EnsureAsync(WithDag, house.House.Now, CancellationToken.None);
        await house.House.PumpAsync();
        await house.GoToAsync(At(2026, 11, 27, 12, 0));

        house.Told(PostKind.DagPost).Count().ShouldBe(1);
        (await house.DayAsync(27)).PostedAt.ShouldNotBeNull();
        (await house.DayAsync(26)).PostedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_squad_that_begins_to_live_here_after_nine_posts_from_the_next_morning_on()
    {
        var house = await PipelineHouse.OpenAsync(At(2026, 11, 26, 10, 0));
        house.Airflow.Load(house.Airflow.Begin(PipelineHouse.Due), At(2026, 11, 26, 3, 0));
        house.Airflow.NextDue = At(2026, 11, 26, 23, 0);

        await house.GoToAsync(At(2026, 11, 26, 22, 0));

        house.Told(PostKind.DagPost).ShouldBeEmpty();
        (await house.DayAsync()).IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_what_is_abnormal_comes_before_and_can_be_noted_and_posted_at_once()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        await house.GoToAsync(At(2026, 11, 26, 3, 13));
        house.FailLedger(run, At(2026, 11, 26, 3, 12));
        await house.GoToAsync(At(2026, 11, 26, 8, 45));
        house.Told(PostKind.DagPreview).ShouldBe([Recipient.Of("ana")]);

        await house.DecideAsync(d => PostRules.Note(d, "The ledger is rerun with more memory.", DutyHouse.Ana, house.Moment));
        await house.DecideAsync(d => PostRules.Note(d, "The ledger is rerun with more memory.", DutyHouse.Ana, house.Moment));
        await house.DecideAsync(d => PostRules.PostNow(d, house.Moment));
        await house.DecideAsync(d => PostRules.PostNow(d, house.Moment));
        house.Told(PostKind.DagPost).Count().ShouldBe(1);
        await house.DecideAsync(d => PostRules.Note(d, "Back by noon.", DutyHouse.Ana, house.Moment));
        await house.GoToAsync(At(2026, 11, 26, 9, 30));

        house.Told(PostKind.DagPost).Count().ShouldBe(1);
        (await house.DayAsync()).Notes.Select(n => n.Text).ShouldBe(["The ledger is rerun with more memory.", "Back by noon."]);
        house.Messenger.Updated.Where(u => u.Kind == PostKind.DagPost).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Whoever_wants_to_know_is_told_once_and_at_once_where_it_is_loaded()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        await house.GoToAsync(At(2026, 11, 26, 3, 5));
        var guest = Recipient.In("webchat/data-infra.me.guest-1");
        await house.DecideAsync(d => PostRules.Wish(d, "Contracts", guest, house.Moment));
        await house.DecideAsync(d => PostRules.Wish(d, "Financial Reports", guest, house.Moment));
        await house.DecideAsync(d => PostRules.Wish(d, "Financial Reports", guest, house.Moment));
        house.Told(PostKind.DagLoaded).ShouldBe([guest]);

        house.Airflow.Load(run, At(2026, 11, 26, 5, 0));
        await house.GoToAsync(At(2026, 11, 26, 8, 0));

        house.Told(PostKind.DagLoaded).ShouldBe([guest, guest]);
        (await house.DayAsync()).Wishes.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_post_is_bound_to_its_run_until_that_has_ended()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.Airflow.Load(house.Airflow.Begin(PipelineHouse.Due + NodaTime.Duration.FromHours(1)), At(2026, 11, 26, 3, 30));
        await house.GoToAsync(At(2026, 11, 26, 3, 10));
        (await house.DayAsync()).Run!.Id.ShouldBe(run.Id);

        house.Airflow.End(run, RunState.Failed, At(2026, 11, 26, 3, 20));
        await house.GoToAsync(At(2026, 11, 26, 3, 40));

        (await house.DayAsync()).Run!.Id.ShouldNotBe(run.Id);
    }

    [Fact]
    public async Task A_run_that_was_deleted_is_shown_as_not_started()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        await house.GoToAsync(At(2026, 11, 26, 3, 10));
        house.Airflow.Runs.Remove(run);
        house.Airflow.NextDue = PipelineHouse.Due;

        await house.GoToAsync(At(2026, 11, 26, 3, 12));

        (await house.DayAsync()).ShouldSatisfyAllConditions(
            day => day.Run.ShouldBeNull(), day => day.Stages.ShouldAllBe(s => s.State == StageState.HasToBeCalculated), day => day.TroubleOf(null).ShouldNotBeNull());
    }

    [Fact]
    public async Task While_yesterdays_run_goes_on_both_are_shown()
    {
        var (house, _) = await PipelineHouse.OpenNightAsync();
        await house.GoToAsync(At(2026, 11, 26, 23, 2));
        house.Airflow.Begin(At(2026, 11, 26, 23, 0));
        await house.GoToAsync(At(2026, 11, 26, 23, 20));

        var shown = await new PipelineDesk(new(house.House.Store), house.Moment).ShownAsync(CancellationToken.None);

        shown.Select(d => d.Date.Day).ShouldBe([27, 26]);
    }

    [Fact]
    public async Task A_run_that_has_ended_is_read_seldom_and_not_at_all_once_the_next_one_goes_on()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.Airflow.Load(run, At(2026, 11, 26, 3, 10));
        house.Airflow.End(run, RunState.Success, At(2026, 11, 26, 3, 10));
        await house.GoToAsync(At(2026, 11, 26, 10, 0));
        var read = house.Airflow.Readings;
        await house.GoToAsync(At(2026, 11, 26, 11, 0));
        (house.Airflow.Readings - read).ShouldBeInRange(5, 7);

        house.Airflow.Begin(At(2026, 11, 26, 23, 0));
        await house.GoToAsync(At(2026, 11, 26, 23, 30));

        (await house.DayAsync()).Duties.ShouldBeEmpty();
        (await house.DayAsync(27)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_hears_in_work_hours_that_Airflow_refuses_us_and_once()
    {
        var house = await PipelineHouse.OpenAsync();
        house.Airflow.Refuses = "Airflow refuses the password.";

        await house.GoToAsync(At(2026, 11, 26, 10, 0));

        house.Told(PostKind.DagUnseen).ShouldBe([Recipient.Of("ana")]);
    }

    [Fact]
    public async Task A_tap_on_an_old_post_changes_nothing()
    {
        var (house, run) = await PipelineHouse.OpenNightAsync();
        house.Airflow.Load(run, At(2026, 11, 26, 3, 10));
        house.Airflow.End(run, RunState.Success, At(2026, 11, 26, 3, 10));
        await house.GoToAsync(At(2026, 11, 26, 23, 1));
        house.Airflow.Begin(At(2026, 11, 26, 23, 0));
        await house.GoToAsync(At(2026, 11, 26, 23, 30));
        house.Airflow.Runs.Remove(house.Airflow.Runs[^1]);

        await house.DecideAsync(d => PipelineRules.Refresh(d, house.Moment));

        (await house.DayAsync()).ShouldSatisfyAllConditions(day => day.OverAt.ShouldNotBeNull(), day => day.IsComplete.ShouldBeTrue(), day => day.Troubles.ShouldBeEmpty());
    }

    [Fact]
    public void A_run_that_goes_on_stays_the_days_where_many_newer_ones_are_listed()
    {
        var run = new PipelineRun("nightly", PipelineHouse.Due, RunState.Running, PipelineHouse.Due, null);
        var day = PipelineRules.Plan(new NodaTime.LocalDate(2026, 11, 26), PipelineHouse.Due, new(WithDag, PipelineHouse.Due)) with { Run = run };
        IReadOnlyList<PipelineRun> newer = [.. Enumerable.Range(1, 10).Reverse().Select(n => run with { Id = $"by hand {n}", Due = run.Due + NodaTime.Duration.FromMinutes(n) })];

        PipelineRules.RunOf(day, new DagLook(false, null, newer), WithDag)!.Id.ShouldBe("nightly");
        PipelineRules.RunOf(day with { Run = run with { State = RunState.Success } }, new DagLook(false, null, newer), WithDag)!.Id.ShouldBe("by hand 10");
    }

    [Fact]
    public async Task The_runs_of_before_are_read_once_and_there_is_something_to_compare_with_from_the_first_day_on()
    {
        var house = await PipelineHouse.OpenAsync();
        for (var day = 20; day < 25; day++)
        {
            var earlier = house.Airflow.Begin(At(2026, 11, day, 23, 0));
            house.Airflow.Load(earlier, At(2026, 11, day + 1, 3, 0));
            house.Airflow.End(earlier, RunState.Success, At(2026, 11, day + 1, 3, 0));
        }
        await house.GoToAsync(PipelineHouse.Due);
        house.Airflow.Begin(PipelineHouse.Due);

        await house.GoToAsync(At(2026, 11, 25, 23, 20));

        (await house.DayAsync()).UsualOf("Contracts").ShouldNotBeNull().ShouldSatisfyAllConditions(
            usual => usual.Takes.ShouldBe(NodaTime.Duration.FromHours(1)), usual => usual.Yesterday.ShouldBe(At(2026, 11, 25, 3, 0)));
        (await new PipelineDesk(new(house.House.Store), house.Moment).HistoryAsync(Usual.Days, CancellationToken.None)).Count(d => d.IsComplete).ShouldBe(5);
        (await house.DayAsync(22)).Duties.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_refreshes_again_and_again_makes_nobody_busy()
    {
        var (house, _) = await PipelineHouse.OpenNightAsync();
        await house.House.AdvanceAsync(NodaTime.Duration.FromSeconds(30));
        var read = house.Airflow.Readings;

        for (var tap = 0; tap < 5; tap++)
            await house.DecideAsync(d => PipelineRules.Refresh(d, house.Moment));

        (house.Airflow.Readings - read).ShouldBe(1);
    }
}
