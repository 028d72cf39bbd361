using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Tests.Duties;

/// <summary>Each way in which a tracker fails: what is kept, when it is tried again, who hears of it.</summary>
public sealed class TrackerFailureTests
{
    private readonly DutyHouse house = new();

    [Theory]
    [InlineData(TrackerTrouble.Unavailable)]
    [InlineData(TrackerTrouble.Unauthorized)]
    [InlineData(TrackerTrouble.Forbidden)]
    [InlineData(TrackerTrouble.NotFound)]
    [InlineData(TrackerTrouble.Rejected)]
    [InlineData(TrackerTrouble.RateLimited)]
    public async Task A_case_is_kept_with_the_reason_and_the_issue_comes_when_the_tracker_is_back(TrackerTrouble trouble)
    {
        house.Tracker.Fails = _ => new TrackerException(trouble, "The tracker is away.");
        var @case = await house.TriageAsync();
        await house.PumpAsync();

        var failed = await house.CaseAsync(@case.Id);
        failed.Trouble.ShouldBe(new Trouble("The tracker is away.", @case.OpenedAt, @case.OpenedAt + Duration.FromSeconds(10), 1));
        failed.Issue.ShouldBeNull();

        house.Tracker.Fails = _ => null;
        await house.AdvanceAsync(Duration.FromSeconds(10));
        var created = await house.CaseAsync(@case.Id);
        created.Trouble.ShouldBeNull();
        created.Issue.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for()
    {
        var until = house.Now + Duration.FromMinutes(42);
        house.Tracker.Fails = _ => new TrackerException(TrackerTrouble.RateLimited, "Too many requests.", until);
        var @case = await house.TriageAsync();

        await house.PumpAsync();

        (await house.DutyAsync(@case.Id, DutyKind.CreateIssue)).Due.ShouldBe(until);
        (await house.CaseAsync(@case.Id)).Trouble!.NextTry.ShouldBe(until);
    }

    [Fact]
    public async Task Somebody_who_does_not_want_to_wait_has_it_tried_at_once()
    {
        house.Tracker.Fails = _ => new TrackerException(TrackerTrouble.Unauthorized, "401.");
        var @case = await house.TriageAsync();
        await house.PumpAsync();
        house.Tracker.Fails = _ => null;

        await house.DecideAsync(@case.Id, c => ServiceIssues.TryNow(c, house.Now));
        await house.PumpAsync();

        (await house.CaseAsync(@case.Id)).Issue.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(TrackerTrouble.Forbidden, 1)]
    [InlineData(TrackerTrouble.Unavailable, 3)]
    public async Task A_note_that_the_tracker_does_not_take_is_told_once_and_tried_on(TrackerTrouble trouble, int toldAfter)
    {
        var @case = await house.IssueAsync();
        house.Tracker.Fails = call => call == nameof(ScriptedTracker.CommentAsync) ? new TrackerException(trouble, "Not now.") : null;
        await house.DecideAsync(@case.Id, c => ServiceIssues.AddNote(c, "A note", DutyHouse.Ana, house.Moment));

        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await (attempt == 1 ? house.PumpAsync() : NextTryAsync());
            Told().ShouldBe(attempt < toldAfter ? 0 : 1);
        }

        house.Tracker.Fails = _ => null;
        await NextTryAsync();
        house.Tracker.Comments.ShouldHaveSingleItem();

        async Task NextTryAsync() => await house.AdvanceAsync((await house.DutyAsync(@case.Id, DutyKind.Comment)).Due - house.Now);
    }

    [Fact]
    public async Task What_the_tracker_refuses_for_good_is_told_and_not_tried_again()
    {
        var @case = await house.IssueAsync();
        house.Tracker.Fails = call => call == nameof(ScriptedTracker.CommentAsync) ? new TrackerException(TrackerTrouble.Rejected, "422.") : null;
        await house.DecideAsync(@case.Id, c => ServiceIssues.AddNote(c, "A note", DutyHouse.Ana, house.Moment));

        await house.PumpAsync();

        Told().ShouldBe(1);
        (await house.CaseAsync(@case.Id)).Duties.ShouldNotContain(d => d.Kind == DutyKind.Comment);
    }

    [Fact]
    public async Task A_failure_of_what_somebody_else_has_done_meanwhile_is_nobodys_business()
    {
        var @case = await house.TriageAsync();
        house.Tracker.Fails = _ => new TrackerException(TrackerTrouble.Unavailable, "Slow.");
        house.Tracker.Meanwhile = async (_, _) => await house.DecideAsync(@case.Id, c => c.Settle("create"));

        await house.PumpAsync();

        (await house.CaseAsync(@case.Id)).Trouble.ShouldBeNull();
    }

    private int Told() => house.Messenger.Sent.Count(said => said.Kind == PostKind.TrackerRefused);
}
