using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Cards.Parts;

/// <summary>How cards speak about an issue that the tracker has.</summary>
internal static class TrackedWords
{
    public static string Priority(TrackedIssue issue, Squad squad) => ServiceIssues.PriorityIn(issue, squad)?.ToString()
        ?? (issue.Labels.Contains(squad.Issues.Undecided, StringComparer.OrdinalIgnoreCase) ? "being decided" : "no priority");

    /// <summary>The member's name, or the login of somebody else.</summary>
    public static string Assignee(TrackedIssue issue, Squad squad) =>
        squad.Members.FirstOrDefault(m => issue.Assignee is not null && string.Equals(m.GitHub, issue.Assignee, StringComparison.OrdinalIgnoreCase))?.Name
        ?? issue.Assignee ?? "nobody";
}
