using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Text;
using NodaTime;
using Octokit;

namespace Hausmeister.Integrations.GitHub;

/// <summary>Tells somebody's work from what the bot and other machines write.</summary>
internal static class GitHubNews
{
    /// <summary>The newest sign of work after <paramref name="since"/>, or null.</summary>
    public static TrackerNews? Newest(IEnumerable<IssueComment> comments, IEnumerable<TimelineEventInfo> events, Instant since) =>
        comments.Where(IsByAPerson).Select(FromComment)
            .Concat(events.Select(FromEvent).OfType<TrackerNews>())
            .Where(news => news.At > since)
            .MaxBy(news => news.At);

    private static bool IsByAPerson(IssueComment comment) =>
        comment.User?.Type != AccountType.Bot && !(comment.Body?.Contains(TrackerNews.OwnMarker, StringComparison.Ordinal) ?? false);

    private static TrackerNews FromComment(IssueComment comment) =>
        new(Instant.FromDateTimeOffset(comment.CreatedAt), Login(comment.User), PeoplesText.FirstLine(comment.Body, TrackerNews.LongestText));

    private static TrackerNews? FromEvent(TimelineEventInfo change)
    {
        if (!change.Event.TryParse(out var kind)) return null;
        var text = kind switch
        {
            EventInfoState.Assigned => $"assigned to {Login(change.Assignee)}",
            EventInfoState.Referenced when change.CommitId is { Length: >= 7 } commit => $"commit {commit[..7]}",
            EventInfoState.Crossreferenced when change.Source?.Issue?.PullRequest is not null => $"pull request #{change.Source.Issue.Number}",
            EventInfoState.Connected => "pull request linked",
            _ => null,
        };
        var assignee = kind == EventInfoState.Assigned ? change.Assignee?.Login : null;
        return text is null ? null : new(Instant.FromDateTimeOffset(change.CreatedAt), Login(change.Actor), text, assignee);
    }

    private static string Login(User? user) => user?.Login ?? "somebody";
}
