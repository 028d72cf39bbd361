using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;
using Octokit;
using NewIssue = Hausmeister.Domain.Ports.NewIssue;

namespace Hausmeister.Integrations.GitHub;

/// <summary>Issues in GitHub, through Octokit.</summary>
internal sealed class GitHubTracker(IGitHubClient client, GitHubSettings settings, TimeProvider time) : IIssueTracker
{
    /// <summary>A call with all of its requests ends within this time.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromMinutes(1);

    // GitHub counts in whole seconds.
    private static readonly Duration Second = Duration.FromSeconds(1);

    // Its clock may be behind ours, and a comment that is overlooked is written twice.
    private static readonly Duration ClockSlack = Duration.FromMinutes(5);

    public string Name => "GitHub";

    public Uri OpenIssuesPage(IssueSettings issues, string? label = null)
    {
        var labels = issues.Labels.Concat(label is null ? [] : [label]).Select(l => $"label:\"{l}\"");
        var query = Uri.EscapeDataString($"is:issue is:open {string.Join(' ', labels)}");
        return new Uri(settings.Site, $"{issues.Repository}/issues?q={query}");
    }

    public Task<IReadOnlyList<TrackedIssue>> ListOpenAsync(IssueSettings issues, int limit, CancellationToken cancellationToken) =>
        CallAsync(issues, async repository =>
        {
            var request = SquadsIssues(issues, ItemStateFilter.Open);
            return await PagesAsync(repository, request, limit).Take(limit).ToReadOnlyListAsync();
        }, cancellationToken);

    public Task<IReadOnlyList<TrackedIssue>> ListChangedAsync(IssueSettings issues, Instant since, CancellationToken cancellationToken) =>
        CallAsync(issues, async repository =>
        {
            var request = SquadsIssues(issues, ItemStateFilter.All);
            request.Since = (since - Second).ToDateTimeOffset();
            return await PagesAsync(repository, request).ToReadOnlyListAsync();
        }, cancellationToken);

    /// <remarks>Newest first and without GitHub's own filter by time, so that a clock that differs does not hide the issue.</remarks>
    public Task<TrackedIssue?> FindAsync(IssueSettings issues, string marker, Instant since, CancellationToken cancellationToken) =>
        CallAsync(issues, async repository =>
            await PagesAsync(repository, SquadsIssues(issues, ItemStateFilter.All), until: since - Second)
                .FirstOrDefaultAsync(issue => issue.Body.Contains(marker, StringComparison.Ordinal)), cancellationToken);

    public Task<TrackedIssue?> GetAsync(IssueSettings issues, int number, CancellationToken cancellationToken) =>
        CallAsync(issues, async repository =>
        {
            try
            {
                var issue = await client.Issue.Get(repository.Owner, repository.Name, number);
                return issue.PullRequest is null ? issue.ToTracked() : null;
            }
            catch (ApiException e) when (e.StatusCode is System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Gone)
            {
                // A hidden repository answers 404 here too, and is told as that.
                await client.Repository.Get(repository.Owner, repository.Name);
                return null;
            }
        }, cancellationToken);

    /// <remarks>A login that may not be assigned gets a 422 and nothing is created: then the issue is created without it.</remarks>
    public Task<TrackedIssue> CreateAsync(IssueSettings issues, NewIssue issue, CancellationToken cancellationToken) =>
        CallAsync(issues, async repository =>
        {
            var request = issue.ToRequest();
            try
            {
                return (await client.Issue.Create(repository.Owner, repository.Name, request)).ToTracked();
            }
            catch (ApiValidationException) when (request.Assignees.Count > 0)
            {
                request.Assignees.Clear();
                return (await client.Issue.Create(repository.Owner, repository.Name, request)).ToTracked();
            }
        }, cancellationToken);

    public Task<bool> HasCommentAsync(IssueSettings issues, int number, string marker, Instant since, CancellationToken cancellationToken) =>
        CallAsync(issues, number, async repository =>
        {
            var comments = await CommentsAsync(repository, number, since);
            return comments.Any(c => c.Body?.Contains(marker, StringComparison.Ordinal) ?? false);
        }, cancellationToken);

    public Task CommentAsync(IssueSettings issues, int number, string body, CancellationToken cancellationToken) =>
        CallAsync(issues, number, repository => client.Issue.Comment.Create(repository.Owner, repository.Name, number, body), cancellationToken);

    public Task SetLabelsAsync(IssueSettings issues, int number, IReadOnlyList<string> labels, CancellationToken cancellationToken) =>
        CallAsync(issues, number, repository => client.Issue.Labels.ReplaceAllForIssue(repository.Owner, repository.Name, number, [.. labels]), cancellationToken);

    public Task AssignAsync(IssueSettings issues, int number, string? login, CancellationToken cancellationToken) =>
        CallAsync(issues, number, async repository =>
        {
            try
            {
                return await PatchAsync(repository, number, "assignees", login is null ? [] : new[] { login });
            }
            catch (ApiValidationException) when (login is not null)
            {
                return await PatchAsync(repository, number, "assignees", Array.Empty<string>());
            }
        }, cancellationToken);

    public Task SetOpenAsync(IssueSettings issues, int number, bool open, CancellationToken cancellationToken) =>
        CallAsync(issues, number, repository => PatchAsync(repository, number, "state", open ? "open" : "closed"), cancellationToken);

    public Task<TrackerNews?> NewsAsync(IssueSettings issues, int number, Instant since, CancellationToken cancellationToken) =>
        CallAsync(issues, number, async repository =>
        {
            var comments = await CommentsAsync(repository, number, since);
            var events = await client.Issue.Timeline.GetAllForIssue(repository.Owner, repository.Name, number, new ApiOptions { PageSize = 100 });
            return GitHubNews.Newest(comments, events, since);
        }, cancellationToken);

    public Task CheckAsync(IssueSettings issues, CancellationToken cancellationToken) =>
        CallAsync(issues, repository => client.Repository.Get(repository.Owner, repository.Name), cancellationToken);

    private Task<IReadOnlyList<IssueComment>> CommentsAsync(RepositoryName repository, int number, Instant since) =>
        client.Issue.Comment.GetAllForIssue(
            repository.Owner, repository.Name, number, new IssueCommentRequest { Since = (since - ClockSlack).ToDateTimeOffset() }, new ApiOptions { PageSize = 100 });

    // One member alone: Octokit's IssueUpdate always sends a milestone and would clear it.
    private Task<IApiResponse<Issue>> PatchAsync(RepositoryName repository, int number, string member, object value) =>
        client.Connection.Patch<Issue>(ApiUrls.Issue(repository.Owner, repository.Name, number), new Dictionary<string, object> { [member] = value });

    private static RepositoryIssueRequest SquadsIssues(IssueSettings issues, ItemStateFilter state)
    {
        var request = new RepositoryIssueRequest { State = state, SortProperty = IssueSort.Created, SortDirection = SortDirection.Descending };
        foreach (var label in issues.Labels) request.Labels.Add(label);
        return request;
    }

    /// <summary>
    /// Issues without pull requests, newest first, page by page as they are needed; stops after a page that reaches back to <paramref name="until"/>. Each comes once: one that is created
    /// between two pages moves the last of a page to the next.
    /// </summary>
    private async IAsyncEnumerable<TrackedIssue> PagesAsync(RepositoryName repository, RepositoryIssueRequest request, int limit = 100, Instant? until = null)
    {
        var size = Math.Clamp(limit, 1, 100);
        HashSet<int> seen = [];
        for (var page = 1; ; page++)
        {
            var options = new ApiOptions { PageSize = size, PageCount = 1, StartPage = page };
            var issues = await client.Issue.GetAllForRepository(repository.Owner, repository.Name, request, options);
            foreach (var issue in issues.Where(i => i.PullRequest is null && seen.Add(i.Number))) yield return issue.ToTracked();
            if (issues.Count < size || Instant.FromDateTimeOffset(issues[^1].CreatedAt) < until) yield break;
        }
    }

    private Task<T> CallAsync<T>(IssueSettings issues, Func<RepositoryName, Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync(issues.Repository, RepositoryName.Of(issues), call, cancellationToken);

    private Task<T> CallAsync<T>(IssueSettings issues, int number, Func<RepositoryName, Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync($"issue #{number} of {issues.Repository}", RepositoryName.Of(issues), call, cancellationToken);

    private async Task<T> CallAsync<T>(string what, RepositoryName repository, Func<RepositoryName, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(repository).WaitAsync(CallTimeout, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested
            && GitHubFailure.Of(e, settings, what, Instant.FromDateTimeOffset(time.GetUtcNow())) is { } failure)
        {
            throw failure;
        }
    }
}
