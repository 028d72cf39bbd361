using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.GitHub;
using Hausmeister.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Hausmeister.Tests.Tracker;

public sealed class GitHubTrackerTests(EmulatedGitHub gitHub) : TrackerContract, IClassFixture<EmulatedGitHub>
{
    protected override IIssueTracker Tracker { get; } = new ServiceCollection()
        .AddSingleton(TimeProvider.System).AddHttpDefaults()
        .AddGitHubTracker(new GitHubSettings(gitHub.Api, EmulatedGitHub.Token))
        .BuildServiceProvider().GetRequiredService<IIssueTracker>();

    protected override string Repository => EmulatedGitHub.Repository;

    protected override Instant Now => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private IssueSettings Settings(string? repository = null) => new(repository ?? Repository, ["bug"], new Dictionary<Priority, string>(), "undecided");

    [Fact]
    public async Task A_repository_that_GitHub_hides_is_told_as_that()
    {
        var failure = await Should.ThrowAsync<TrackerException>(() => Tracker.GetAsync(Settings("nubank/hidden"), 5, default));

        failure.Trouble.ShouldBe(TrackerTrouble.NotFound);
        failure.Message.ShouldBe("GitHub does not know nubank/hidden, or the token may not see it (404).");
    }

    [Fact]
    public async Task An_assignee_whom_GitHub_does_not_know_is_left_out()
    {
        var created = await Tracker.CreateAsync(Settings(), new NewIssue("whose", "", ["bug"], "nobody-of-that-name"), default);

        created.Assignee.ShouldBeNull();
    }

    [Fact]
    public void The_page_of_open_issues_asks_for_the_squads_labels() =>
        Tracker.OpenIssuesPage(Settings(), "P4").AbsoluteUri
            .ShouldBe($"{gitHub.Api}{Repository}/issues?q=is%3Aissue%20is%3Aopen%20label%3A%22bug%22%20label%3A%22P4%22");
}
