using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Domain.Pipeline;

/// <summary>An open issue about a node that failed.</summary>
/// <param name="Url">Its page in the tracker.</param>
/// <param name="Owner">A member; null: nobody.</param>
public sealed record SameNode(int Number, string Title, Uri Url, Priority? Priority, string? Owner)
{
    /// <summary>The newest open issue that names a task that failed, in its title rather than in its text; null: there is none.</summary>
    public static SameNode? Find(StageFailure failure, IReadOnlyList<TrackedIssue> open, Squad squad)
    {
        bool Names(string text) => failure.Tasks.Select(t => t.Id).Distinct().Any(task => IsNamed(task, text));
        return (open.FirstOrDefault(i => Names(i.Title)) ?? open.FirstOrDefault(i => Names(i.Body))) is { } issue
            ? new SameNode(issue.Number, issue.Title, issue.Url, ServiceIssues.PriorityIn(issue, squad), squad.Members.FirstOrDefault(m => IsLogin(m.GitHub, issue.Assignee))?.Id)
            : null;
    }

    /// <summary>As a whole: <c>ledger</c> is not named by <c>finance.ledger-export</c>.</summary>
    private static bool IsNamed(string task, string text)
    {
        for (var at = text.IndexOf(task, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(task, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!IsPartOfName(text, at - 1) && !IsPartOfName(text, at + task.Length) && !(IsDot(text, at + task.Length) && IsPartOfName(text, at + task.Length + 1)) && !IsDot(text, at - 1))
                return true;
        return false;
    }

    private static bool IsPartOfName(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_');

    private static bool IsDot(string text, int at) => at >= 0 && at < text.Length && text[at] == '.';

    private static bool IsLogin(string? login, string? assignee) => login is not null && string.Equals(login, assignee, StringComparison.OrdinalIgnoreCase);
}
