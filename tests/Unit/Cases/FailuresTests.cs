using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using NodaTime;
using static Hausmeister.Tests.Cases.CaseExamples;

namespace Hausmeister.Tests.Cases;

/// <summary>What becomes of what the tracker did not do.</summary>
public sealed class FailuresTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 30)]
    [InlineData(3, 60)]
    [InlineData(4, 120)]
    [InlineData(5, 300)]
    [InlineData(6, 600)]
    [InlineData(1_000, 600)]
    public void Retries_back_off(int attempts, int seconds) => Backoff.After(attempts).ShouldBe(Duration.FromSeconds(seconds));

    [Theory]
    [InlineData(TrackerTrouble.Unavailable, 3)]
    [InlineData(TrackerTrouble.Unauthorized, 1)]
    [InlineData(TrackerTrouble.Forbidden, 1)]
    [InlineData(TrackerTrouble.RateLimited, 1)]
    [InlineData(TrackerTrouble.NotFound, 1)]
    [InlineData(TrackerTrouble.Rejected, 1)]
    public void Somebody_hears_once_of_what_does_not_mend_itself(TrackerTrouble trouble, int after)
    {
        var @case = ServiceIssues.Give(Created(Priority.P3), "bruno", Bruno, At(Thursday));
        var duty = @case.Duties.Single(d => d.Kind == DutyKind.Assign);
        for (var attempt = 1; attempt <= 5 && @case.Owed().Contains(DutyKind.Assign); attempt++)
        {
            @case = TrackerFailures.Of(@case.Settle(DutyKind.Tell), duty, new TrackerException(trouble, "It is so."), At(Thursday));
            @case.Told().ShouldBe(attempt == after ? ["TrackerRefused bruno"] : []);
        }

        @case.Owed().Contains(DutyKind.Assign).ShouldBe(trouble != TrackerTrouble.Rejected);
    }

    [Fact]
    public void An_issue_that_is_not_created_is_kept_says_why_and_when_it_is_tried_again()
    {
        var triaged = Triaged(Priority.P3, Thursday);
        var until = Thursday + Duration.FromMinutes(40);
        var failed = ServiceIssues.CreationFailed(triaged, "create", new TrackerException(TrackerTrouble.RateLimited, "Too often.", until), Thursday);

        failed.Trouble.ShouldBe(new Trouble("Too often.", Thursday, until, 1));
        failed.Due(DutyKind.CreateIssue).ShouldBe(until);
        ServiceIssues.TryNow(failed, Thursday).Due(DutyKind.CreateIssue).ShouldBe(Thursday);
        var again = ServiceIssues.CreationFailed(failed, "create", new TrackerException(TrackerTrouble.Unavailable, "Away."), until);
        again.Trouble.ShouldBe(new Trouble("Away.", Thursday, until + Duration.FromSeconds(30), 2));
    }

    [Fact]
    public void A_try_in_hand_is_not_begun_a_second_time()
    {
        var inHand = Triaged(Priority.P3, Thursday).Claim(new HashSet<string> { "create" }, Thursday + Duration.FromMinutes(1));

        ServiceIssues.TryNow(inHand, Thursday).Duties.ShouldBe(inHand.Duties);
    }
}
