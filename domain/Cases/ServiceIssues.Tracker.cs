using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Cases;

/// <content>What the tracker has of it, what it says, and what is owed there.</content>
public static partial class ServiceIssues
{
    /// <summary>From the first request to the last decision. A change that is further ahead was made before the clock was set back.</summary>
    private static readonly Duration LongestReading = Duration.FromMinutes(10);

    /// <summary>The tracker has it. What changed here in the meantime is owed there now.</summary>
    public static Case Created(Case @case, TrackedIssue issue, Moment moment)
    {
        var created = (@case with { Issue = new IssueRef(issue.Number, issue.Url), Trouble = null })
            .Settle("create")
            .Happened(moment.Now, Person.Bot, $"created #{issue.Number}")
            .Refresh(moment.Now);
        for (var i = 0; i < created.Notes.Count; i++)
            created = OweComment(created, i, moment.Now);
        if (!SameLabels(issue.Labels, LabelsOf(created, moment.Squad)))
            created = OweLabels(created, moment.Now);
        if (issue.Assignee != LoginOf(created, moment.Squad))
            created = OweAssignment(created, moment.Now);
        created = Guests.TellNews(Threads.TellIssue(created, moment), moment);
        return created.Closed is null ? created : OweOpenState(created, moment.Now);
    }

    /// <summary>The tracker did not take it: the case keeps everything and the duty comes again.</summary>
    public static Case CreationFailed(Case @case, string dutyId, TrackerException error, Instant now)
    {
        var postponed = @case.Postpone(dutyId, now, error.RetryAt);
        var duty = postponed.Duties.First(d => d.Id == dutyId);
        return (postponed with { Trouble = new Trouble(error.Message, duty.FailingSince ?? now, duty.Due, duty.Attempts) }).Refresh(now);
    }

    /// <summary>Somebody does not want to wait for the next try.</summary>
    public static Case TryNow(Case @case, Instant now) => @case with
    {
        Duties = [.. @case.Duties.Select(d => d.Kind == DutyKind.CreateIssue && d.ClaimedUntil is null ? d with { Due = now } : d)],
    };

    /// <summary>The tracker is the truth: a label, an assignee or a close there counts too, unless ours is still on its way.</summary>
    /// <param name="moment">When the reading began. One that our own change overtook says nothing; the next one does.</param>
    public static Case SeenInTracker(Case @case, TrackedIssue issue, Moment moment)
    {
        if (@case.TrackerWrittenAt is { } written && written > moment.Now && written < moment.Now + LongestReading)
            return @case;
        var byTracker = Person.Bot with { Name = "the tracker" };
        var seen = @case.Title == issue.Title ? @case : (@case with { Title = issue.Title }).Refresh(moment.Now);
        if (!Owes(seen, DutyKind.SetOpen))
        {
            if (!issue.Open && seen.Closed is null)
                seen = Close(seen, new Closing(issue.ClosedAt ?? moment.Now, byTracker, null, InTracker: true), moment);
            else if (issue.Open && seen.Closed is not null)
                seen = Reopen(seen, byTracker, moment, seenInTracker: true);
        }
        // Before the priority, which gives a case that is nobody's to the one on duty.
        if (!Owes(seen, DutyKind.Assign) && issue.Assignee is { } login && moment.Squad.Members.FirstOrDefault(m => SameLogin(m.GitHub, login)) is { } assignee)
            seen = Give(seen, assignee.Id, byTracker, moment, seenInTracker: true);
        if (!Owes(seen, DutyKind.SetLabels) && PriorityIn(issue, moment.Squad) is { } priority)
            seen = SetPriority(seen, priority, byTracker, moment, seenInTracker: true);
        return seen;
    }

    /// <summary>An issue that somebody made in the tracker becomes a case when somebody opens it here.</summary>
    public static Case Adopt(TrackedIssue issue, Person by, string conversation, Moment moment)
    {
        var byTracker = Person.Bot with { Name = "the tracker" };
        var adopted = new Case
        {
            Id = $"issue-{issue.Number}",
            Squad = moment.Squad.Id,
            Kind = CaseKind.ServiceIssue,
            Title = issue.Title,
            OpenedAt = issue.CreatedAt,
            OpenedBy = by,
            Conversation = conversation,
            Owner = moment.Squad.Members.FirstOrDefault(m => SameLogin(m.GitHub, issue.Assignee))?.Id,
            Priority = PriorityIn(issue, moment.Squad) ?? Priority.P2,
            Issue = new IssueRef(issue.Number, issue.Url),
            Closed = issue.Open ? null : new Closing(issue.ClosedAt ?? moment.Now, byTracker, null, InTracker: true),
        };
        if (adopted is { IsOpen: true, Priority: Priority.P4, Owner: { } owner } && owner != by.Id)
            adopted = TellOwner(adopted, owner, byTracker, moment);
        return Consequences(adopted, moment);
    }

    /// <summary>The labels that the issue is to have: the squad's and its priority's.</summary>
    public static IReadOnlyList<string> LabelsOf(Case @case, Squad squad) =>
        [.. squad.Issues.Labels, @case.Undecided ? squad.Issues.Undecided : squad.Issues.Priorities[@case.Priority]];

    /// <summary>The assignee that the issue is to have.</summary>
    public static string? LoginOf(Case @case, Squad squad) => squad.Find(@case.Owner)?.GitHub;

    /// <summary>The highest priority among the issue's labels; null where there is none.</summary>
    public static Priority? PriorityIn(TrackedIssue issue, Squad squad) => squad.Issues.Priorities
        .Where(p => issue.Labels.Contains(p.Value, StringComparer.OrdinalIgnoreCase))
        .Select(p => (Priority?)p.Key)
        .Max();

    private static bool Owes(Case @case, DutyKind kind) => @case.Duties.Any(d => d.Kind == kind);

    private static bool SameLogin(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool SameLabels(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(b);

    private static Case OweComment(Case @case, int note, Instant now) => @case.Notes[note].Tracker
        ? @case
        : @case.Owe(new Duty($"comment/{note}", DutyKind.Comment, now));

    private static Case OweLabels(Case @case, Instant now) => @case.Owe(new Duty("labels", DutyKind.SetLabels, now));

    private static Case OweAssignment(Case @case, Instant now) => @case.Owe(new Duty("assign", DutyKind.Assign, now));

    private static Case OweOpenState(Case @case, Instant now) => @case.Owe(new Duty("open", DutyKind.SetOpen, now));
}
