using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>The open issues as the tracker has them, with what the squad's cases know beside it.</summary>
public static class IssuesCard
{
    /// <param name="open">The squad's open cases.</param>
    /// <param name="page">The tracker's page of open issues, all or those with a label.</param>
    /// <param name="backlog">Show P2 and P1 instead.</param>
    public static AdaptiveCard Build(
        OpenIssues issues, IReadOnlyList<Case> open, Moment moment, Func<string?, Uri> page, string trackerName, bool backlog = false)
    {
        var all = OpenIssue.All(issues, open, moment);
        var shown = all.Where(issue => issue.IsBacklog == backlog).OrderByDescending(issue => issue.Priority).ThenBy(issue => issue.Since).ToList();
        var title = Title(shown.Count, backlog);
        return Card.Of(Sentence(all, title),
            [
                Text.Head($"{moment.Squad.Name} · {(backlog ? "P2 first, then age" : "P4 first, then age")}", $"{title}"),
                Trouble(issues, moment),
                .. Rows.Spaced(shown.Take(Rows.Most).Select(issue => issue.Row(moment))),
                shown.Count > Rows.Most ? Text.Line($"and {shown.Count - Rows.Most} more") : null,
                Foot(issues, all, moment, page, trackerName, backlog),
            ],
            backlog
                ? Target.Of(moment.Squad).Button("Open issues", Verbs.Command.Issues)
                : Target.Of(moment.Squad).Button("Next", Verbs.Command.Next),
            new AdaptiveOpenUrlAction { Title = $"All in {trackerName}", Url = page(null) });
    }

    private static string Title(int count, bool backlog) => (count, backlog) switch
    {
        (0, false) => "No open issues",
        (0, true) => "The backlog is empty",
        (_, true) => $"{English.Plural(count, "issue")} in the backlog",
        _ => English.Plural(count, "open issue"),
    };

    private static string Sentence(IReadOnlyList<OpenIssue> all, string title) =>
        $"{title}. {all.Count(i => i.Priority == Priority.P4)} P4, {all.Count(i => i.Priority == Priority.P3)} P3. Backlog: {all.Count(i => i.IsBacklog)}.";

    private static AdaptiveContainer? Trouble(OpenIssues issues, Moment moment) => issues switch
    {
        { Trouble: null } => null,
        { AsOf: { } asOf } => Block.Notice(AdaptiveContainerStyle.Warning, $"**{issues.Trouble}** This is what it said at {CaseWords.When(asOf, moment)}."),
        _ => Block.Notice(AdaptiveContainerStyle.Warning, $"**{issues.Trouble}** These are only the ones that I keep."),
    };

    private static AdaptiveTextBlock? Foot(OpenIssues issues, IReadOnlyList<OpenIssue> all, Moment moment, Func<string?, Uri> page, string trackerName, bool backlog)
    {
        var links = backlog ? null : Markdown.Join(" · ", new[] { Priority.P2, Priority.P1 }
            .Select(priority => (Priority: priority, Count: all.Count(i => i.Priority == priority)))
            .Where(p => p.Count > 0)
            .Select(p => Markdown.Link($"{p.Count} {p.Priority}", page(moment.Squad.Issues.Priorities[p.Priority]))));
        var counted = links is { Plain.Length: > 0 } ? Markdown.Of($"Backlog: {links}.") : null;
        var from = issues.AsOf is { } asOf ? Markdown.Of($"From {trackerName}, {CaseWords.When(asOf, moment)}.") : null;
        var foot = Markdown.Join(" ", [counted, from]);
        return foot.Plain.Length == 0 ? null : Text.Foot(foot);
    }
}
