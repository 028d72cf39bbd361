using Hausmeister.Bot.Hosting;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NSubstitute;

namespace Hausmeister.Tests.Hosting;

public sealed class OpenIssuesWithinPatienceTests
{
    private static readonly Squad Squad = SampleSquad.DataInfra;

    private readonly FakeTimeProvider time = new(SampleSquad.At(2026, 11, 26, 10, 0).ToDateTimeOffset());
    private readonly IIssueTracker tracker = Substitute.For<IIssueTracker>();
    private readonly OpenIssuesWithinPatience open;

    public OpenIssuesWithinPatienceTests()
    {
        tracker.Name.Returns("GitHub");
        open = new OpenIssuesWithinPatience(tracker, time, NullLogger<OpenIssuesWithinPatience>.Instance);
    }

    [Fact]
    public async Task What_the_tracker_says_in_time_is_what_people_get()
    {
        Answers([Issue(1)]);
        var answer = await open.ListAsync(Squad, default);
        answer.Issues.ShouldHaveSingleItem().Number.ShouldBe(1);
        answer.AsOf.ShouldBe(SampleSquad.At(2026, 11, 26, 10, 0));
        answer.Trouble.ShouldBeNull();
    }

    [Fact]
    public async Task A_tracker_that_hangs_costs_two_seconds_and_people_get_what_it_said_last()
    {
        Answers([Issue(1)]);
        await open.ListAsync(Squad, default);
        tracker.ListOpenAsync(Squad.Issues, Arg.Any<int>(), Arg.Any<CancellationToken>())
            .Returns(new TaskCompletionSource<IReadOnlyList<TrackedIssue>>().Task);
        var asked = time.GetUtcNow();
        var listing = open.ListAsync(Squad, default);
        listing.IsCompleted.ShouldBeFalse();
        time.Advance(OpenIssuesWithinPatience.Patience);
        var answer = await listing;
        answer.Issues.ShouldHaveSingleItem();
        answer.AsOf.ShouldBe(Instant.FromDateTimeOffset(asked));
        answer.Trouble.ShouldBe("There was no answer from GitHub within 2 seconds.");
    }

    [Fact]
    public async Task Trouble_at_the_first_time_is_an_empty_list_and_a_reason()
    {
        tracker.ListOpenAsync(Squad.Issues, Arg.Any<int>(), Arg.Any<CancellationToken>())
            .Returns(Task.FromException<IReadOnlyList<TrackedIssue>>(new TrackerException(TrackerTrouble.Unauthorized, "GitHub does not accept the token.")));
        (await open.ListAsync(Squad, default)).ShouldBe(new OpenIssues([], null, "GitHub does not accept the token."));
    }

    [Fact]
    public async Task Whoever_asks_no_longer_gets_no_answer()
    {
        tracker.ListOpenAsync(Squad.Issues, Arg.Any<int>(), Arg.Any<CancellationToken>())
            .Returns(new TaskCompletionSource<IReadOnlyList<TrackedIssue>>().Task);
        await Should.ThrowAsync<OperationCanceledException>(open.ListAsync(Squad, new CancellationToken(canceled: true)));
    }

    private void Answers(IReadOnlyList<TrackedIssue> issues) =>
        tracker.ListOpenAsync(Squad.Issues, Arg.Any<int>(), Arg.Any<CancellationToken>()).Returns(issues);

    private TrackedIssue Issue(int number)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return new TrackedIssue(number, "Title", "", new Uri($"https://github.example/{number}"), true, [], null, now, now, null);
    }
}
