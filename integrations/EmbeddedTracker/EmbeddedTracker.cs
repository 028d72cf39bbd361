using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Integrations.EmbeddedTracker;

/// <summary>The tracker that works without any other system: issues as documents in the bot's own store.</summary>
/// <param name="publicAddress">Where people reach the bot's pages.</param>
internal sealed class EmbeddedTracker(EmbeddedIssues book, Uri publicAddress, TimeProvider time) : IIssueTracker
{
    // Comments come from the bot alone, in the name of whoever it quotes.
    private const string Author = "hausmeister";

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public string Name => "the embedded tracker";

    public Uri OpenIssuesPage(IssueSettings issues, string? label = null) =>
        new(publicAddress, $"/issues/{issues.Repository}{(label is null ? "" : $"?label={Uri.EscapeDataString(label)}")}");

    public async Task<IReadOnlyList<TrackedIssue>> ListOpenAsync(IssueSettings issues, int limit, CancellationToken cancellationToken) =>
        Tracked(issues, await book.ListOpenAsync(issues.Repository, issues.Labels, limit, cancellationToken));

    public async Task<IReadOnlyList<TrackedIssue>> ListChangedAsync(IssueSettings issues, Instant since, CancellationToken cancellationToken) =>
        Tracked(issues, await book.ListChangedAsync(issues.Repository, issues.Labels, since, cancellationToken));

    public async Task<TrackedIssue?> FindAsync(IssueSettings issues, string marker, Instant since, CancellationToken cancellationToken) =>
        (await ListChangedAsync(issues, since, cancellationToken)).FirstOrDefault(issue => issue.Body.Contains(marker, StringComparison.Ordinal));

    public async Task<TrackedIssue?> GetAsync(IssueSettings issues, int number, CancellationToken cancellationToken) =>
        await book.FindAsync(issues.Repository, number, cancellationToken) is { } issue ? Tracked(issues, issue) : null;

    public async Task<TrackedIssue> CreateAsync(IssueSettings issues, NewIssue issue, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(issue.Title)) throw new TrackerException(TrackerTrouble.Rejected, "An issue needs a title.");
        var now = Now;
        return Tracked(issues, await book.AddAsync(issues.Repository, number => new EmbeddedIssue
        {
            Number = number,
            Title = issue.Title.Trim(),
            Body = issue.Body,
            Labels = Distinct(issue.Labels),
            Assignee = issue.Assignee,
            CreatedAt = now,
            UpdatedAt = now,
            Assignments = issue.Assignee is { } login ? [new(now, login)] : [],
        }, cancellationToken));
    }

    public async Task<bool> HasCommentAsync(IssueSettings issues, int number, string marker, Instant since, CancellationToken cancellationToken) =>
        (await KnownAsync(issues, number, cancellationToken)).Comments.Any(c => c.At >= since && c.Body.Contains(marker, StringComparison.Ordinal));

    public Task CommentAsync(IssueSettings issues, int number, string body, CancellationToken cancellationToken) =>
        ChangeAsync(issues, number, (issue, now) => issue with { Comments = [.. issue.Comments, new(now, Author, body)] }, cancellationToken);

    public Task SetLabelsAsync(IssueSettings issues, int number, IReadOnlyList<string> labels, CancellationToken cancellationToken) =>
        ChangeAsync(issues, number, (issue, _) => issue with { Labels = Distinct(labels) }, cancellationToken);

    public Task AssignAsync(IssueSettings issues, int number, string? login, CancellationToken cancellationToken) =>
        ChangeAsync(issues, number, (issue, now) => issue with
        {
            Assignee = login,
            Assignments = login is null || login == issue.Assignee ? issue.Assignments : [.. issue.Assignments, new(now, login)],
        }, cancellationToken);

    public Task SetOpenAsync(IssueSettings issues, int number, bool open, CancellationToken cancellationToken) =>
        ChangeAsync(issues, number, (issue, now) => issue with { Open = open, ClosedAt = open ? null : issue.ClosedAt ?? now }, cancellationToken);

    public async Task<TrackerNews?> NewsAsync(IssueSettings issues, int number, Instant since, CancellationToken cancellationToken)
    {
        var issue = await KnownAsync(issues, number, cancellationToken);
        var comments = issue.Comments
            .Where(c => !c.Body.Contains(TrackerNews.OwnMarker, StringComparison.Ordinal))
            .Select(c => new TrackerNews(c.At, c.By, PeoplesText.FirstLine(c.Body, TrackerNews.LongestText)));
        var assignments = issue.Assignments.Select(a => new TrackerNews(a.At, Author, $"assigned to {a.To}", a.To));
        return comments.Concat(assignments).Where(news => news.At > since).MaxBy(news => news.At);
    }

    public Task CheckAsync(IssueSettings issues, CancellationToken cancellationToken) => book.FindAsync(issues.Repository, 1, cancellationToken);

    private async Task<EmbeddedIssue> KnownAsync(IssueSettings issues, int number, CancellationToken cancellationToken) =>
        await book.FindAsync(issues.Repository, number, cancellationToken) ?? throw Unknown(issues, number);

    private async Task ChangeAsync(IssueSettings issues, int number, Func<EmbeddedIssue, Instant, EmbeddedIssue> change, CancellationToken cancellationToken)
    {
        var now = Now;
        _ = await book.ChangeAsync(issues.Repository, number, issue => change(issue, now) with { UpdatedAt = now }, cancellationToken)
            ?? throw Unknown(issues, number);
    }

    private static TrackerException Unknown(IssueSettings issues, int number) =>
        new(TrackerTrouble.NotFound, $"The embedded tracker has no issue #{number} in {issues.Repository}.");

    private IReadOnlyList<TrackedIssue> Tracked(IssueSettings issues, IEnumerable<EmbeddedIssue> found) => [.. found.Select(issue => Tracked(issues, issue))];

    private TrackedIssue Tracked(IssueSettings issues, EmbeddedIssue issue) => new(
        issue.Number, issue.Title, issue.Body, new Uri(publicAddress, $"/issues/{issues.Repository}/{issue.Number}"), issue.Open,
        issue.Labels, issue.Assignee, issue.CreatedAt, issue.UpdatedAt, issue.ClosedAt);

    private static string[] Distinct(IEnumerable<string> labels) => [.. labels.Distinct(StringComparer.OrdinalIgnoreCase)];
}
