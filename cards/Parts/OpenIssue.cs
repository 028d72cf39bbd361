using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Cards.Parts;

/// <summary>An open issue: what the tracker says, what its case says, or both. The case's word is the newer one.</summary>
internal sealed record OpenIssue(Case? Case, TrackedIssue? Tracked, Priority? Priority, Instant Since)
{
    /// <summary>One without a priority, as somebody may make it in the tracker, is shown with what is worked on.</summary>
    public bool IsBacklog => Priority is Domain.Cases.Priority.P2 or Domain.Cases.Priority.P1;

    /// <summary>Every issue once, also those that the tracker does not have yet.</summary>
    public static IReadOnlyList<OpenIssue> All(OpenIssues issues, IReadOnlyList<Case> open, Moment moment)
    {
        var cases = open.Where(c => c.Kind == CaseKind.ServiceIssue).ToList();
        var known = cases.Select(c => c.Issue?.Number).ToHashSet();
        return
        [
            .. cases.Select(c => new OpenIssue(c, null, c.Priority, c.OpenedAt)),
            .. issues.Issues.Where(i => !known.Contains(i.Number)).Select(i => new OpenIssue(null, i, ServiceIssues.PriorityIn(i, moment.Squad), i.CreatedAt)),
        ];
    }

    public AdaptiveContainer Row(Moment moment) => Case is { } @case ? CaseRows.Issue(@case, moment) : CaseRows.Issue(Tracked!, moment);
}
