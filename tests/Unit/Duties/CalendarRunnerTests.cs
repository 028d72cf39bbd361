using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Hausmeister.Tests.Duties;

/// <summary>The tracker is the truth: what people change there counts here soon.</summary>
public sealed class CalendarRunnerTests
{
    private readonly DutyHouse house = new();

    [Fact]
    public async Task A_label_an_assignee_and_a_close_in_the_tracker_count_within_two_minutes()
    {
        await EnsureAsync();
        var @case = await house.IssueAsync(Priority.P2);
        await house.AdvanceAsync(Duration.FromMinutes(3));

        house.Tracker.Change(1, i => i with { Labels = ["bug", "data-infra", "P4"], Assignee = "bruno" });
        await house.AdvanceAsync(SquadCalendar.TrackerPause);
        var changed = await house.CaseAsync(@case.Id);
        changed.Priority.ShouldBe(Priority.P4);
        changed.Owner.ShouldBe("bruno");
        house.Messenger.Sent.Count(said => said.Kind == PostKind.P4Guild).ShouldBe(1);

        house.Tracker.Change(1, i => i with { Open = false, ClosedAt = house.Now });
        await house.AdvanceAsync(SquadCalendar.TrackerPause);
        (await house.CaseAsync(@case.Id)).Closed!.InTracker.ShouldBeTrue();
        house.Tracker.Written.ShouldBe([nameof(ScriptedTracker.CreateAsync)]);
    }

    [Fact]
    public async Task Each_reading_schedules_the_next()
    {
        await EnsureAsync();

        await house.AdvanceAsync(SquadCalendar.TrackerPause * 10);

        house.Tracker.Calls.Count(call => call == nameof(ScriptedTracker.ListChangedAsync)).ShouldBe(11);
    }

    [Fact]
    public async Task What_changed_while_the_tracker_was_away_is_read_when_it_is_back()
    {
        await EnsureAsync();
        var @case = await house.IssueAsync(Priority.P2);
        house.Tracker.Fails = call => call == nameof(ScriptedTracker.ListChangedAsync) ? new TrackerException(TrackerTrouble.Unavailable, "Away.") : null;
        house.Tracker.Change(1, i => i with { Labels = ["bug", "data-infra", "P1"] });
        await house.AdvanceAsync(Duration.FromHours(5));
        (await house.CaseAsync(@case.Id)).Priority.ShouldBe(Priority.P2);

        house.Tracker.Fails = _ => null;
        await house.AdvanceAsync(SquadCalendar.TrackerPause);

        (await house.CaseAsync(@case.Id)).Priority.ShouldBe(Priority.P1);
    }

    [Fact]
    public async Task What_changed_while_the_program_was_down_is_read_at_the_next_start()
    {
        await EnsureAsync();
        var @case = await house.IssueAsync(Priority.P2);
        house.Tracker.Change(1, i => i with { Labels = ["bug", "data-infra", "P1"] });
        house.Time.Advance(TimeSpan.FromDays(1));

        await EnsureAsync();
        await house.PumpAsync();

        (await house.CaseAsync(@case.Id)).Priority.ShouldBe(Priority.P1);
    }

    [Fact]
    public async Task Looking_after_the_calendar_often_does_not_read_the_tracker_more_often()
    {
        for (var i = 0; i < 5; i++)
            await EnsureAsync();

        await house.PumpAsync();

        house.Tracker.Calls.ShouldBe([nameof(ScriptedTracker.ListChangedAsync)]);
    }

    [Fact]
    public async Task A_priority_that_is_on_its_way_to_the_tracker_is_not_taken_back()
    {
        await EnsureAsync();
        var @case = await house.IssueAsync(Priority.P2);
        house.Tracker.Fails = call => call == nameof(ScriptedTracker.SetLabelsAsync) ? new TrackerException(TrackerTrouble.Forbidden, "403.") : null;
        await house.DecideAsync(@case.Id, c => ServiceIssues.SetPriority(c, Priority.P3, DutyHouse.Ana, house.Moment));
        house.Tracker.Change(1, i => i);

        await house.AdvanceAsync(Duration.FromMinutes(5));

        (await house.CaseAsync(@case.Id)).Priority.ShouldBe(Priority.P3);
    }

    [Fact]
    public async Task A_reading_that_our_own_change_overtakes_does_not_take_it_back()
    {
        await EnsureAsync();
        var @case = await house.IssueAsync(Priority.P2);
        house.Tracker.Afterwards = async call =>
        {
            if (call != nameof(ScriptedTracker.ListChangedAsync))
                return;
            house.Tracker.Afterwards = _ => Task.CompletedTask;
            house.Time.Advance(TimeSpan.FromSeconds(1));
            await house.DecideAsync(@case.Id, c => ServiceIssues.SetPriority(c, Priority.P4, DutyHouse.Ana, house.Moment));
            await house.PumpAsync();
        };

        await house.AdvanceAsync(SquadCalendar.TrackerPause);
        house.Tracker.Issues.Single().Labels.ShouldContain("P4");
        (await house.CaseAsync(@case.Id)).Priority.ShouldBe(Priority.P4);

        await house.AdvanceAsync(SquadCalendar.TrackerPause * 3);
        (await house.CaseAsync(@case.Id)).Priority.ShouldBe(Priority.P4);
        house.Messenger.Sent.Count(said => said.Kind == PostKind.P4Guild).ShouldBe(1);
    }

    [Fact]
    public async Task A_store_that_fails_for_a_moment_does_not_end_the_program()
    {
        var store = new Turns.CountingStore { BeforeCommit = _ => throw new StorageException("The disk is full.") };
        var commits = new Commits(store, new Bot.Turns.LiveSquads([house.Squad]), new DutyBell());
        var runner = new CalendarRunner(store, new CaseCommits(commits), new HandOffCommits(commits), house.RotaTopics, commits, house.Tracker, house.Retention, NullLogger<CalendarRunner>.Instance);
        using var calendars = new Calendars([house.Squad], runner, house.Time, NullLogger<Calendars>.Instance);
        await calendars.StartAsync(CancellationToken.None);
        await Turns.Eventually.IsTrueAsync(() => Task.FromResult(store.Commits == 1));

        store.BeforeCommit = _ => { };
        await Turns.Eventually.IsTrueAsync(async () =>
        {
            house.Time.Advance(TimeSpan.FromHours(1));
            return await store.Inner.ReadAsync(Keys.Calendar(house.Squad.Id), CancellationToken.None) is not null;
        });

        await calendars.StopAsync(CancellationToken.None);
        calendars.ExecuteTask!.IsFaulted.ShouldBeFalse();
    }

    private Task EnsureAsync() => house.Calendar.EnsureAsync(house.Squad, house.Now, CancellationToken.None);
}
