using Hausmeister.Domain.Ports;
using NodaTime;
using Octokit;
using NewIssue = Hausmeister.Domain.Ports.NewIssue;

namespace Hausmeister.Integrations.GitHub;

/// <summary>Between Octokit's shapes and the port's.</summary>
internal static class GitHubShapes
{
    /// <exception cref="FormatException">The answer was JSON, and no issue.</exception>
    public static TrackedIssue ToTracked(this Issue? issue)
    {
        if (issue?.HtmlUrl is null) throw new FormatException("An issue without an address.");
        return new(
            issue.Number,
            issue.Title,
            issue.Body ?? "",
            new Uri(issue.HtmlUrl),
            issue.State.Value == ItemState.Open,
            [.. issue.Labels.Select(l => l.Name)],
            issue.Assignees is [var first, ..] ? first.Login : null,
            Instant.FromDateTimeOffset(issue.CreatedAt),
            Instant.FromDateTimeOffset(issue.UpdatedAt ?? issue.CreatedAt),
            issue.ClosedAt is { } closed ? Instant.FromDateTimeOffset(closed) : null);
    }

    public static Octokit.NewIssue ToRequest(this NewIssue issue)
    {
        var request = new Octokit.NewIssue(issue.Title) { Body = issue.Body };
        foreach (var label in issue.Labels) request.Labels.Add(label);
        if (issue.Assignee is { } login) request.Assignees.Add(login);
        return request;
    }

    public static async Task<IReadOnlyList<T>> ToReadOnlyListAsync<T>(this IAsyncEnumerable<T> items) => await items.ToListAsync();
}
