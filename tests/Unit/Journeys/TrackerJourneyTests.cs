using Hausmeister.Domain.Cases;

namespace Hausmeister.Tests.Journeys;

/// <summary>The tracker is the truth: what people do there counts here.</summary>
public sealed class TrackerJourneyTests
{
    [Fact]
    public async Task A_close_there_resolves_the_case_and_nobody_is_asked()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.Tracker.SetOpenAsync(house.Squad.Issues, 1, false, CancellationToken.None);

        await house.AdvanceAsync(120);
        await house.OnlyAsync();
        (await house.CaseAsync("ana-1")).Closed!.InTracker.ShouldBeTrue();
        (await house.Ana.AllAsync())[^1].Text.ShouldContain("Fixed 10:00 by the tracker.");
    }

    [Fact]
    public async Task A_close_there_is_seen_before_somebody_is_asked_however_late_it_came()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.AdvanceToAsync(SampleSquad.At(2026, 11, 26, 10, 59));
        await house.Tracker.SetOpenAsync(house.Squad.Issues, 1, false, CancellationToken.None);

        await house.AdvanceAsync(1);
        await house.OnlyAsync();
    }

    [Fact]
    public async Task Opened_again_there_it_is_asked_about_again()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.Tracker.SetOpenAsync(house.Squad.Issues, 1, false, CancellationToken.None);
        await house.AdvanceAsync(2);
        await house.Tracker.SetOpenAsync(house.Squad.Issues, 1, true, CancellationToken.None);

        await house.AdvanceAsync(62);
        (await house.Ana.ReadOneAsync()).Summary.ShouldBe($"#1 {Steps.Rows} (P3): an hour without news. Stuck?");
    }

    [Fact]
    public async Task An_assignee_there_has_the_case_and_the_hour_begins_again()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.AdvanceAsync(30);
        await house.Tracker.AssignAsync(house.Squad.Issues, 1, "bruno", CancellationToken.None);

        await house.AdvanceAsync(2);
        (await house.Bruno.ReadOneAsync()).Summary.ShouldStartWith($"the tracker gave you this: #1 P3 {Steps.Rows}.");
        await house.AdvanceAsync(59);
        await house.OnlyAsync();
        await house.AdvanceAsync(1);
        await house.OnlyAsync(house.Bruno);
        (await house.Bruno.ReadOneAsync()).Summary.ShouldBe($"#1 {Steps.Rows} (P3): an hour without news. Stuck?");
    }

    [Fact]
    public async Task A_comment_there_begins_the_hour_again_and_is_quoted()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.AdvanceAsync(40);
        await house.Tracker.CommentAsync(house.Squad.Issues, 1, "Found the cause\nand more", CancellationToken.None);

        await house.AdvanceAsync(59);
        await house.OnlyAsync();
        await house.AdvanceAsync(1);
        (await house.Ana.ReadOneAsync()).Text.ShouldContain("News 1 h ago: “Found the cause”");
    }

    [Fact]
    public async Task A_lower_label_there_ends_the_questions()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.Tracker.SetLabelsAsync(house.Squad.Issues, 1, ["bug", "data-infra", "P1"], CancellationToken.None);

        await house.AdvanceAsync(180);
        await house.OnlyAsync();
        (await house.CaseAsync("ana-1")).Priority.ShouldBe(Priority.P1);
        (await house.Ana.AllAsync())[^1].Text.ShouldContain("Backlog, maybe never.");
    }

    [Fact]
    public async Task What_changed_here_is_not_undone_by_what_the_tracker_still_says()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.Ana.SayAsync("give 1 to bruno");
        await house.Ana.SayAsync("priority 1 P2");

        await house.AdvanceAsync(10);
        (await house.CaseAsync("ana-1")).ShouldSatisfyAllConditions(c => c.Owner.ShouldBe("bruno"), c => c.Priority.ShouldBe(Priority.P2));
        (await house.IssueAsync()).ShouldSatisfyAllConditions(i => i.Assignee.ShouldBe("bruno"), i => i.Labels.ShouldContain("P2"));
    }
}
