using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Duties;
using NodaTime;

namespace Hausmeister.Tests.Journeys;

/// <summary>The machine's clock is set back or forward by an hour and by a day: nothing is done twice, and nothing is left undone.</summary>
public sealed class ClockStepTests
{
    public static TheoryData<int> Hours => [-24, -1, 1, 24];

    private ScriptedTracker tracker = null!;

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task While_an_issue_is_being_created_one_is_made(int hours)
    {
        await using var house = await OpenAsync();
        var answer = new TaskCompletionSource();
        tracker.Meanwhile = (call, _) => call == nameof(IIssueTracker.CreateAsync) ? answer.Task : Task.CompletedTask;
        await house.Ana.SendAsync(new() { ["type"] = "message", ["text"] = $"p4 {Steps.Rows}" }, "p4");
        await house.Ana.SendAsync(new() { ["type"] = "message", ["text"] = "create" }, "create");
        var first = house.PumpTogetherAsync();
        // A message that is on its way at the step may come twice; here only the issue is.
        await Turns.Eventually.IsTrueAsync(async () => tracker.Written.Count == 1 && (await house.CaseAsync("ana-1")).Duties.Count(duty => duty.ClaimedUntil is not null) == 1);

        house.StepClock(Duration.FromHours(hours));
        var second = house.PumpTogetherAsync();
        answer.SetResult();
        await Task.WhenAll(first, second);
        await house.PumpAsync();

        tracker.Issues.Count.ShouldBe(1);
        (await house.CaseAsync("ana-1")).Issue!.Number.ShouldBe(1);
        (await house.Guild.ReadAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task Between_creating_an_issue_and_recording_it_it_is_found(int hours)
    {
        await using var house = await OpenAsync();
        tracker.LosesAnswer = call => call == nameof(IIssueTracker.CreateAsync) ? new TrackerException(TrackerTrouble.Unavailable, "GitHub does not answer.") : null;
        // The case is as old as our clock says, which is wrong; the tracker's own is right.
        tracker.ClockIsBehind = Duration.FromHours(-hours);
        await house.Ana.TriageAsync(house, "2");
        tracker.LosesAnswer = _ => null;
        house.StepClock(Duration.FromHours(hours));
        tracker.ClockIsBehind = Duration.Zero;
        await house.AdvanceAsync(60 * 25);

        tracker.Issues.Count.ShouldBe(1);
        (await house.CaseAsync("ana-1")).Issue!.Number.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task What_changes_in_the_tracker_counts_within_the_hour(int hours)
    {
        await using var house = await OpenAsync();
        await house.Ana.TriageAsync(house, "2");
        await house.Ana.SayAsync("priority 1 P1");
        house.StepClock(Duration.FromHours(hours));
        tracker.Change(1, issue => issue with { Labels = ["bug", "data-infra", "P3"] });

        await house.LookAfterCalendarAsync();
        await house.AdvanceAsync(10);

        (await house.CaseAsync("ana-1")).Priority.ShouldBe(Priority.P3);
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task A_question_comes_once_at_the_time_that_was_said(int hours)
    {
        await using var house = await OpenAsync();
        await house.Ana.TriageAsync(house, "4");
        var promised = house.Now + Duration.FromHours(1);
        house.StepClock(Duration.FromHours(hours));
        await house.PumpAsync();
        if (house.Now < promised)
        {
            await house.Ana.ReadsNothingAsync();
            await house.AdvanceToAsync(promised);
        }

        (await house.Ana.ReadAsync()).Count(message => message.Summary.Contains("an hour without news")).ShouldBe(1);
    }

    private Task<JourneyHouse> OpenAsync() => JourneyHouse.OpenAsync(tracker: time => tracker = new ScriptedTracker(time));
}
