using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Triage;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Dialogs;

/// <summary>What holds of the tracker: each issue is one case's, made once, and says what the case says.</summary>
/// <param name="tracked">How many issues somebody else had made in the tracker.</param>
internal sealed class WholeTracker(DialogHouse house, int tracked)
{
    private const int LongestBody = 65_536;

    public IEnumerable<string> Flaws(IReadOnlyList<Case> cases) =>
        [
            .. house.Tracker.Issues.SelectMany(issue => Rules(issue, cases).Where(rule => !rule.Holds).Select(rule => $"#{issue.Number}: {rule.Name}")),
            .. cases.SelectMany(c => Rules(c).Where(rule => !rule.Holds).Select(rule => $"{c.Id}: {rule.Name}")),
        ];

    private IEnumerable<(string Name, bool Holds)> Rules(TrackedIssue issue, IReadOnlyList<Case> cases)
    {
        var own = cases.Where(c => c.Issue?.Number == issue.Number).Select(IssueBody.Marker);
        var docs = cases.Where(c => c.DocsIssue?.Number == issue.Number).Select(c => IssueBody.Marker(c, "docs"));
        var markers = own.Concat(docs).ToList();
        yield return ("it is one case's", issue.Number <= tracked ? markers.Count <= 1 : markers.Count == 1);
        yield return ("it is marked, and nothing else is hidden in it", issue.Number <= tracked || (issue.Body.EndsWith(markers.FirstOrDefault("(none)"), StringComparison.Ordinal) && issue.Body.Split("<!--").Length == 2));
        yield return ("GitHub takes it", issue.Title is { Length: > 0 and <= TriageDesk.LongestTitle } && !issue.Title.Contains('\n') && issue.Body.Length < LongestBody);
    }

    private IEnumerable<(string Name, bool Holds)> Rules(Case @case)
    {
        if (@case.Issue is not { Number: var number })
            yield break;
        var issue = house.Tracker.Issues.SingleOrDefault(i => i.Number == number);
        yield return ("its issue is there", issue is not null);
        if (issue is null)
            yield break;
        yield return ("the titles are the same", issue.Title == @case.Title);
        yield return ("the issue is open as long as the case is", issue.Open == (@case.Closed is null));
        yield return ("the labels are the case's", ServiceIssues.LabelsOf(@case, house.Squad).ToHashSet().SetEquals(issue.Labels));
        yield return ("the assignee is the owner", issue.Assignee == ServiceIssues.LoginOf(@case, house.Squad));
        yield return ("each note is one comment", Enumerable.Range(0, @case.Notes.Count).All(note => house.Tracker.CommentsOn(number).Count(c => c.Contains(IssueBody.Marker(@case, $"comment/{note}"), StringComparison.Ordinal)) == 1)
            && house.Tracker.CommentsOn(number).Count == @case.Notes.Count);
    }
}
