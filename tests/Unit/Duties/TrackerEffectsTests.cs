using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Tests.Duties;

/// <summary>What a case writes to the tracker, also when it changes in the middle of a write.</summary>
public sealed class TrackerEffectsTests
{
    private readonly DutyHouse house = new();

    [Fact]
    public async Task An_issue_whose_answer_is_lost_is_found_again_and_not_created_twice()
    {
        house.Tracker.LosesAnswer = call => call == nameof(ScriptedTracker.CreateAsync) ? Unavailable() : null;
        var @case = await house.TriageAsync();
        await house.PumpAsync();
        (await house.CaseAsync(@case.Id)).Issue.ShouldBeNull();

        await house.AdvanceAsync(Duration.FromSeconds(10));

        (await house.CaseAsync(@case.Id)).Issue!.Number.ShouldBe(1);
        house.Tracker.Issues.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_changes_while_the_issue_is_created_is_written_after_it()
    {
        var @case = await house.TriageAsync(Priority.P3);
        house.Tracker.Meanwhile = async (call, _) =>
        {
            if (call == nameof(ScriptedTracker.CreateAsync))
                await house.DecideAsync(@case.Id, c => ServiceIssues.AddNote(
                    ServiceIssues.Give(ServiceIssues.SetPriority(c, Priority.P2, DutyHouse.Ana, house.Moment), "bruno", DutyHouse.Ana, house.Moment),
                    "Seen on Tuesday", DutyHouse.Ana, house.Moment));
        };

        await house.PumpAsync();

        var issue = house.Tracker.Issues.ShouldHaveSingleItem();
        issue.Labels.ShouldContain("P2");
        issue.Assignee.ShouldBe("bruno");
        house.Tracker.Comments.ShouldHaveSingleItem().ShouldContain("Seen on Tuesday");
    }

    [Fact]
    public async Task A_priority_that_changes_while_its_label_is_written_is_written_again()
    {
        var @case = await house.IssueAsync(Priority.P2);
        var isFirst = true;
        house.Tracker.Meanwhile = async (call, _) =>
        {
            if (call != nameof(ScriptedTracker.SetLabelsAsync) || !isFirst)
                return;
            isFirst = false;
            await house.DecideAsync(@case.Id, c => ServiceIssues.SetPriority(c, Priority.P1, DutyHouse.Ana, house.Moment));
        };

        await house.DecideAsync(@case.Id, c => ServiceIssues.SetPriority(c, Priority.P3, DutyHouse.Ana, house.Moment));
        await house.PumpAsync();

        house.Tracker.Issues.Single().Labels.ShouldBe(["bug", "data-infra", "P1"], ignoreOrder: true);
        (await house.CaseAsync(@case.Id)).Duties.ShouldNotContain(d => d.Kind == DutyKind.SetLabels);
    }

    [Fact]
    public async Task Labels_that_people_added_stay()
    {
        var @case = await house.IssueAsync(Priority.P2);
        house.Tracker.Change(1, i => i with { Labels = [.. i.Labels, "customer"] });

        await house.DecideAsync(@case.Id, c => ServiceIssues.SetPriority(c, Priority.P1, DutyHouse.Ana, house.Moment));
        await house.PumpAsync();

        house.Tracker.Issues.Single().Labels.ShouldBe(["bug", "data-infra", "customer", "P1"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_owner_who_changes_while_the_assignee_is_written_is_written_again()
    {
        var @case = await house.IssueAsync();
        var isFirst = true;
        house.Tracker.Meanwhile = async (call, _) =>
        {
            if (call != nameof(ScriptedTracker.AssignAsync) || !isFirst)
                return;
            isFirst = false;
            await house.DecideAsync(@case.Id, c => ServiceIssues.Give(c, "davi", DutyHouse.Ana, house.Moment));
        };

        await house.DecideAsync(@case.Id, c => ServiceIssues.Give(c, "bruno", DutyHouse.Ana, house.Moment));
        await house.PumpAsync();

        house.Tracker.Issues.Single().Assignee.ShouldBe("davi");
    }

    [Fact]
    public async Task An_issue_that_is_opened_again_while_it_is_closed_ends_open()
    {
        var @case = await house.IssueAsync();
        var isFirst = true;
        house.Tracker.Meanwhile = async (call, _) =>
        {
            if (call != nameof(ScriptedTracker.SetOpenAsync) || !isFirst)
                return;
            isFirst = false;
            await house.DecideAsync(@case.Id, c => ServiceIssues.Reopen(c, DutyHouse.Ana, house.Moment));
        };

        await house.DecideAsync(@case.Id, c => ServiceIssues.Fix(c, null, DutyHouse.Ana, house.Moment));
        await house.PumpAsync();

        house.Tracker.Issues.Single().Open.ShouldBeTrue();
        (await house.CaseAsync(@case.Id)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_note_whose_answer_is_lost_is_one_comment()
    {
        var @case = await house.IssueAsync();
        house.Tracker.LosesAnswer = call => call == nameof(ScriptedTracker.CommentAsync) ? Unavailable() : null;

        await house.DecideAsync(@case.Id, c => ServiceIssues.AddNote(c, "Once", DutyHouse.Ana, house.Moment));
        await house.PumpAsync();
        await house.AdvanceAsync(Duration.FromSeconds(10));

        house.Tracker.Comments.ShouldHaveSingleItem();
        (await house.CaseAsync(@case.Id)).Duties.ShouldNotContain(d => d.Kind == DutyKind.Comment);
    }

    private static TrackerException Unavailable() => new(TrackerTrouble.Unavailable, "The tracker does not answer.");
}
