using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Triage;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Dialogs;

/// <summary>What holds of every case that is not in the middle of anything.</summary>
internal static class WholeCase
{
    private static readonly DutyKind[] OwedToTracker =
        [DutyKind.CreateIssue, DutyKind.CreateDocsIssue, DutyKind.Comment, DutyKind.SetLabels, DutyKind.Assign, DutyKind.SetOpen, DutyKind.UpdatePosts];

    public static IEnumerable<string> Flaws(Case @case, DialogHouse house) => Rules(@case, house).Where(rule => !rule.Holds).Select(rule => $"{@case.Id}: {rule.Name}");

    private static IEnumerable<(string Name, bool Holds)> Rules(Case @case, DialogHouse house)
    {
        var (isIssue, isAdopted) = (@case.Kind == CaseKind.ServiceIssue, @case.Id.StartsWith("issue-", StringComparison.Ordinal));
        yield return ("it has a title", !string.IsNullOrWhiteSpace(@case.Title) && @case.Title.Length <= TriageDesk.LongestDetails);
        yield return ("it ended in one way", @case.Closed is null || @case.Answer is null);
        yield return ("an issue has a number and no answer, a question neither", isIssue ? @case is { Issue: not null, Answer: null } : @case.Issue is null);
        yield return ("somebody triaged it", isAdopted || @case.Guest is not null || @case.TriagedBy is not null);
        yield return ("its owner is of the squad", @case.Owner is null || house.Squad.Find(@case.Owner) is not null);
        yield return ("it is somebody's", @case.Owner is not null || isAdopted || (isIssue ? @case.Priority != Priority.P4 || !@case.IsOpen : @case.Guest is not null));
        yield return ("a guest's report went to somebody", @case.Guest is null || @case.Owner is not null || WentOut(@case, PostKind.GuestReport));
        yield return ("what happened is noted", isAdopted || @case.Timeline.Count > 0);
        yield return ("a docs issue needs an answer", @case.DocsIssue is null || @case.Answer is not null);
        yield return ("it is asked about while it is worked on", @case.Duties.Any(d => d.Kind == DutyKind.AskProgress) == (isIssue && @case is { IsOpen: true, Priority: >= Priority.P3 }));
        yield return ("an open P4 was told", (@case.P4Since is not null) == (isIssue && @case.Priority == Priority.P4) || !@case.IsOpen);
        yield return ("nobody is waited for after the end", @case.IsOpen || !@case.Duties.Any(d => d.Kind is DutyKind.EscalateLevel2 or DutyKind.RemindPriority or DutyKind.EscalateProgress));
        yield return ("nothing is owed to the tracker", !@case.Duties.Any(d => OwedToTracker.Contains(d.Kind)) && @case.Trouble is null);
        yield return ("no duty is in anybody's hands", @case.Duties.All(d => d.ClaimedUntil is null && d.FailingSince is null));
        yield return ("every message of it was shown", @case.Posts.All(post => house.Chats.Shown.Any(m => m.Id == post.Activity)));
    }

    private static bool WentOut(Case @case, PostKind message) =>
        @case.Posts.Any(p => p.Kind == message || p.Kind == PostKind.Morning) || @case.Duties.Any(d => d.Message == message);
}
