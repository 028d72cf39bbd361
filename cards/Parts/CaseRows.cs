using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards.Parts;

/// <summary>An issue in a list; the tap opens its card.</summary>
internal static class CaseRows
{
    public static AdaptiveContainer Issue(Case @case, Moment moment) => Target.Of(@case).Row(
        $"{@case.Label}",
        $"{CaseWords.Priority(@case)} · {CaseWords.Owner(@case, moment)} · {CaseWords.Age(@case, moment)} · {LastWords(@case)}",
        Verbs.Issue.Show,
        @case.Issue is { } issue ? $"Open #{issue.Number}" : "Open the case",
        PriorityWords.Tint(@case.Priority));

    /// <summary>One that is no case yet; it becomes one when it is opened.</summary>
    public static AdaptiveContainer Issue(TrackedIssue issue, Moment moment) => new Target($"#{issue.Number}", 1).Row(
        $"#{issue.Number} {issue.Title}",
        $"{TrackedWords.Priority(issue, moment.Squad)} · {TrackedWords.Assignee(issue, moment.Squad)} · {SquadTime.Age(moment.Now - issue.CreatedAt)}",
        Verbs.Issue.Show,
        $"Open #{issue.Number}",
        PriorityWords.Tint(ServiceIssues.PriorityIn(issue, moment.Squad)));

    private static Markdown LastWords(Case @case) => @case switch
    {
        { Issue: null } => Markdown.Of($"not created yet"),
        { Notes: [.., var note] } => Markdown.Of($"“{note.Text}”"),
        _ => Markdown.Of($"no note"),
    };
}
