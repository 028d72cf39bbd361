using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>Each way in which a tracker fails: the person reads what happened, and the issue is created once when it is back.</summary>
public sealed class TrackerTroubleTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    private readonly GitHubHouse house = shared.House;

    [Theory]
    [InlineData(Fault.Unauthorized, "401")]
    [InlineData(Fault.RateLimited, "(403): too many requests")]
    [InlineData(Fault.NotFound, "404")]
    [InlineData(Fault.Rejected, "422")]
    [InlineData(Fault.ServerError, "502")]
    [InlineData(Fault.NotJson, "GitHub")]
    [InlineData(Fault.AnswerLost, "GitHub")]
    [InlineData(Fault.Slow, "in time")]
    public async Task The_person_reads_what_happened_and_the_issue_comes_when_the_tracker_is_back(Fault fault, string sentence)
    {
        var title = $"The tracker is away: {fault}";
        house.Door.Fault = fault;
        var ana = await ChatWindow.OpenAsync(house.Bot, "ana");

        await ana.SayAsync($"p4 {title}");
        await ana.TapAsync("triage.create");
        var told = await ana.ReadsAsync("Not created yet.");
        told.ShouldContain(sentence);
        told.ShouldContain("Nothing is lost");

        house.Door.Fault = Fault.None;
        await ana.TapAsync("issue.retry");
        var issue = await house.IssueAsync(title);
        await ana.ReadsAsync($"#{issue["number"]}");
        (await house.IssuesAsync(title)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_connection_is_told_too_and_the_issue_comes_when_the_tracker_is_back()
    {
        const string Title = "Nobody listens";
        var bruno = await ChatWindow.OpenAsync(house.Bot, "bruno");
        await house.Door.CloseAsync();

        await bruno.SayAsync($"p4 {Title}");
        await bruno.TapAsync("triage.create");
        (await bruno.ReadsAsync("Not created yet.")).ShouldContain("GitHub");

        // Nobody taps: it is tried again by itself.
        await house.Door.OpenAgainAsync();
        var issue = await house.IssueAsync(Title);
        await bruno.ReadsAsync($"#{issue["number"]}");
        (await house.IssuesAsync(Title)).Count.ShouldBe(1);
    }
}
