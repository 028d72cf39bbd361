using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Ports;

/// <summary>
/// The squad's issue tracker. Every call may throw a <see cref="TrackerException"/>; no call is retried inside, except reads.
/// A call with all of its requests ends within a minute: a claim on a duty lasts longer.
/// </summary>
public interface IIssueTracker
{
    /// <summary>As people call it: "GitHub", "the embedded tracker".</summary>
    string Name { get; }

    /// <summary>The page with all of the squad's open issues; with a label, those that bear it.</summary>
    Uri OpenIssuesPage(IssueSettings settings, string? label = null);

    /// <summary>Open issues with the squad's labels, at most <paramref name="limit"/>, newest first.</summary>
    Task<IReadOnlyList<TrackedIssue>> ListOpenAsync(IssueSettings settings, int limit, CancellationToken cancellationToken);

    /// <summary>Issues with the squad's labels, open or closed, that changed since then.</summary>
    Task<IReadOnlyList<TrackedIssue>> ListChangedAsync(IssueSettings settings, Instant since, CancellationToken cancellationToken);

    /// <summary>The issue whose body holds the marker, among those created since then; null if there is none. Lists, never searches: a search lags.</summary>
    Task<TrackedIssue?> FindAsync(IssueSettings settings, string marker, Instant since, CancellationToken cancellationToken);

    /// <summary>The issue, or null where the number names none.</summary>
    Task<TrackedIssue?> GetAsync(IssueSettings settings, int number, CancellationToken cancellationToken);

    Task<TrackedIssue> CreateAsync(IssueSettings settings, NewIssue issue, CancellationToken cancellationToken);

    /// <summary>Whether a comment of the issue holds the marker.</summary>
    Task<bool> HasCommentAsync(IssueSettings settings, int number, string marker, Instant since, CancellationToken cancellationToken);

    Task CommentAsync(IssueSettings settings, int number, string body, CancellationToken cancellationToken);

    /// <summary>Replaces all labels of the issue.</summary>
    Task SetLabelsAsync(IssueSettings settings, int number, IReadOnlyList<string> labels, CancellationToken cancellationToken);

    /// <summary>Replaces all assignees; null: nobody. An unknown login is left out, as the tracker does.</summary>
    Task AssignAsync(IssueSettings settings, int number, string? login, CancellationToken cancellationToken);

    Task SetOpenAsync(IssueSettings settings, int number, bool open, CancellationToken cancellationToken);

    /// <summary>The newest sign of work since then: a comment of a person, a linked pull request or commit, a new assignee. Null: none.</summary>
    Task<TrackerNews?> NewsAsync(IssueSettings settings, int number, Instant since, CancellationToken cancellationToken);

    /// <summary>Whether the tracker answers and lets us in.</summary>
    /// <exception cref="TrackerException">It does not.</exception>
    Task CheckAsync(IssueSettings settings, CancellationToken cancellationToken);
}

/// <param name="Body">Markdown, ready for the tracker, with the marker inside.</param>
/// <param name="Assignee">A login, or null. One that may not be assigned is left out: the issue that comes back says who it is.</param>
public sealed record NewIssue(string Title, string Body, IReadOnlyList<string> Labels, string? Assignee);

/// <summary>An issue as the tracker has it.</summary>
public sealed record TrackedIssue(
    int Number, string Title, string Body, Uri Url, bool Open, IReadOnlyList<string> Labels, string? Assignee, Instant CreatedAt, Instant UpdatedAt, Instant? ClosedAt);

/// <param name="By">A login of the tracker.</param>
/// <param name="Text">What happened, in a few words: the comment's first line, "pull request #12".</param>
/// <param name="Assignee">Of a new assignee: their login.</param>
public sealed record TrackerNews(Instant At, string By, string Text, string? Assignee = null)
{
    /// <summary>Begins the hidden marker of everything that the bot writes; a comment with it is no news.</summary>
    public const string OwnMarker = "<!-- hausmeister";

    /// <summary>In UTF-16 units; a longer first line is cut.</summary>
    public const int LongestText = 200;
}

public enum TrackerTrouble
{
    /// <summary>No connection, a 5xx, an answer that is not JSON, or nothing within the time-out. The effect is unknown.</summary>
    Unavailable,

    /// <summary>401: the token is wrong or has expired.</summary>
    Unauthorized,

    /// <summary>403 without a rate limit: the token may not do this.</summary>
    Forbidden,

    /// <summary>403 or 429 with a rate limit; <see cref="TrackerException.RetryAt"/> says when it ends.</summary>
    RateLimited,

    /// <summary>404: no such repository, or the token cannot see it.</summary>
    NotFound,

    /// <summary>422: the tracker refuses what we sent.</summary>
    Rejected,
}

/// <summary>The tracker did not do it. The message is one sentence for people, without secrets: "GitHub does not answer."</summary>
public sealed class TrackerException(TrackerTrouble trouble, string message, Instant? retryAt = null, Exception? inner = null) : Exception(message, inner)
{
    public TrackerTrouble Trouble { get; } = trouble;

    /// <summary>When the tracker asked to be tried again.</summary>
    public Instant? RetryAt { get; } = retryAt;
}
