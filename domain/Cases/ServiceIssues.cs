using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Cases;

/// <summary>What happens to a service issue, from its creation to its end.</summary>
public static class ServiceIssues
{
    /// <summary>The same words of the same person within this are one note, sent twice.</summary>
    private static readonly Duration DoubleTap = Duration.FromMinutes(1);

    /// <summary>The triage is done: the issue is to be created, and whoever must know is told, even while the tracker is away.</summary>
    public static Case Begin(Case @case, Person by, Moment moment)
    {
        var begun = @case with
        {
            Kind = CaseKind.ServiceIssue,
            TriagedBy = by.Id,
            Owner = OwnerAtStart(@case.Priority, moment),
            Answer = null,
        };
        begun = begun
            .Owe(new Duty("create", DutyKind.CreateIssue, moment.Now))
            .Happened(moment.Now, by, $"triaged as {@case.Priority}");
        if (begun.Owner is { } owner && owner != by.Id)
            begun = TellOwner(begun, owner, by, moment);
        return Level2Rules.Reconsider(Consequences(@case.Undecided ? AskLevel2ForPriority(begun, moment) : begun, moment), moment);
    }

    /// <summary>Somebody else triaged what the owner is to work on: a P4 is told at once, anything else in work hours.</summary>
    private static Case TellOwner(Case @case, string owner, Person by, Moment moment) => @case.Priority == Priority.P4
        ? @case.Tell(Recipient.Of(owner), PostKind.Given, moment.Now, by.Name)
        : @case.TellInWorkHours(moment, Recipient.Of(owner), PostKind.Given, by.Name);

    /// <summary>P4 and P3 belong to whoever is on duty. At the weekend there is a pager only: a P3 is nobody's and waits for Monday.</summary>
    public static string? OwnerAtStart(Priority priority, Moment moment) => priority switch
    {
        Priority.P4 => moment.OnDuty,
        Priority.P3 when moment.Shift.Role == DutyRole.Hausmeister => moment.OnDuty,
        _ => null,
    };

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
        if (created.Guest is not null)
            created = created.Tell(Recipient.In(Guests.ConversationOf(created)), PostKind.GuestNews, moment.Now);
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

    /// <summary>Sets the priority with everything that follows from it. Becoming P4 runs the consequences of P4 once.</summary>
    public static Case SetPriority(Case @case, Priority priority, Person by, Moment moment, bool seenInTracker = false)
    {
        if (@case.Priority == priority && !@case.Undecided)
            return @case;
        var set = (@case with
        {
            Priority = priority,
            Undecided = false,
            Edition = @case.Edition + 1,
            PriorityChange = new PriorityChange(@case.Priority, priority, by, moment.Now),
            Owner = @case.Owner ?? (@case.IsOpen ? OwnerAtStart(priority, moment) : null),
            P4Since = priority == Priority.P4 ? @case.P4Since : null,
        }).Settle(DutyKind.RemindPriority).Happened(moment.Now, by, $"set {@case.Priority} to {priority}");
        if (set.IsOpen)
            set = TellConcerned(set, @case, by, moment);
        if (set.Issue is not null && !seenInTracker)
            set = OweLabels(set, moment.Now);
        if (set.Issue is not null && set.Owner != @case.Owner)
            set = OweAssignment(set, moment.Now);
        var watched = Level2Rules.Reconsider(Consequences(set, moment), moment).Refresh(moment.Now);
        return @case.Priority == priority ? watched : ProgressRules.Heard(watched, $"set {@case.Priority} to {priority}", moment);
    }

    /// <summary>Whoever did not do it and must know: who asked for the decision, who works on what is a P4 now, and who gets it by its new priority.</summary>
    private static Case TellConcerned(Case set, Case before, Person by, Moment moment)
    {
        string?[] concerned = [before.Undecided ? before.TriagedBy : null, set.Priority == Priority.P4 ? before.Owner : null];
        var told = concerned.OfType<string>().Where(member => member != by.Id)
            .Aggregate(set, (c, member) => c.Tell(Recipient.Of(member), PostKind.PriorityDecided, moment.Now));
        return told.Owner is { } owner && owner != before.Owner && owner != by.Id ? TellOwner(told, owner, by, moment) : told;
    }

    /// <summary>Gives the case to a member, who hears of it; the hour without news begins again.</summary>
    public static Case Give(Case @case, string member, Person by, Moment moment, bool seenInTracker = false)
    {
        if (@case.Owner == member)
            return @case;
        var given = (@case with { Owner = member })
            .Happened(moment.Now, by, $"given to {moment.Squad.NameOf(member)}")
            .Refresh(moment.Now);
        if (by.Id != member)
            given = given.Tell(Recipient.Of(member), PostKind.Given, moment.Now, by.Name);
        if (given.Issue is not null && !seenInTracker)
            given = OweAssignment(given, moment.Now);
        return ProgressRules.Heard(given, $"given to {moment.Squad.NameOf(member)}", moment);
    }

    /// <summary>A tap that comes twice notes once.</summary>
    public static Case AddNote(Case @case, string text, Person by, Moment moment)
    {
        if (@case.Notes is [.., var last] && last.Text == text && last.By.Id == by.Id && moment.Now - last.At < DoubleTap)
            return @case;
        var noted = @case with { Notes = [.. @case.Notes, new Note(moment.Now, by, text)] };
        if (noted.Issue is not null)
            noted = OweComment(noted, noted.Notes.Count - 1, moment.Now);
        return ProgressRules.Heard(noted, text, moment).Happened(moment.Now, by, "noted").Refresh(moment.Now);
    }

    public static Case Fix(Case @case, string? what, Person by, Moment moment)
    {
        if (@case.Closed is not null)
            return @case;
        var noted = string.IsNullOrWhiteSpace(what) ? @case : AddNote(@case, what, by, moment);
        var closed = Close(noted, new Closing(moment.Now, by, what), moment);
        return closed.Issue is null ? closed : OweOpenState(closed, moment.Now);
    }

    public static Case Reopen(Case @case, Person by, Moment moment, bool seenInTracker = false)
    {
        if (@case.Closed is null)
            return @case;
        var open = (@case with { Closed = null, Edition = @case.Edition + 1 }).Happened(moment.Now, by, "opened again").Refresh(moment.Now);
        if (open.Issue is not null && !seenInTracker)
            open = OweOpenState(open, moment.Now);
        return ProgressRules.Heard(Consequences(open, moment), "opened again", moment);
    }

    /// <summary>What waited for a Hausmeister, as a P3 of the weekend, is whoever's is asked about it. An issue that was made in the tracker stays as it is there.</summary>
    public static Case TakenUp(Case @case, Moment moment)
    {
        if (@case is not { IsOpen: true, Owner: null, TriagedBy: not null, Kind: CaseKind.ServiceIssue })
            return @case;
        var taken = (@case with { Owner = moment.OnDuty })
            .Happened(moment.Now, Person.Bot, $"given to {moment.Squad.NameOf(moment.OnDuty)}")
            .Refresh(moment.Now);
        return taken.Issue is null ? taken : OweAssignment(taken, moment.Now);
    }

    /// <summary>The tracker is the truth: a label, an assignee or a close there counts too, unless ours is still on its way.</summary>
    /// <param name="moment">When the reading began. One that our own change overtook says nothing; the next one does.</param>
    public static Case SeenInTracker(Case @case, TrackedIssue issue, Moment moment)
    {
        if (@case.TrackerWrittenAt > moment.Now)
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

    private static Case Consequences(Case @case, Moment moment) =>
        ProgressRules.Watch(@case is { IsOpen: true, Priority: Priority.P4, P4Since: null } ? TellOfP4(@case, moment) : @case, moment);

    private static Case TellOfP4(Case @case, Moment moment)
    {
        var told = (@case with { P4Since = moment.Now }).Tell(Recipient.Guild, PostKind.P4Guild, moment.Now);
        var level2 = moment.HelpFor(@case.TriagedBy);
        // The owner hears of it as the owner.
        return level2 == @case.Owner ? told : told.Tell(Recipient.Of(level2), PostKind.P4Level2, moment.Now);
    }

    private static Case AskLevel2ForPriority(Case @case, Moment moment) => @case
        .Tell(Recipient.Of(moment.HelpFor(@case.TriagedBy)), PostKind.PriorityAsk, moment.Now)
        .Owe(new Duty("priority-silent", DutyKind.RemindPriority, moment.Now + moment.Squad.Escalation.P4UnansweredAfter));

    private static Case Close(Case @case, Closing closing, Moment moment)
    {
        var closed = (@case with { Closed = closing, Progress = null, Edition = @case.Edition + 1 })
            .Settle(DutyKind.AskProgress, DutyKind.EscalateProgress, DutyKind.RemindPriority, DutyKind.EscalateLevel2)
            .Happened(closing.At, closing.By, "closed")
            .Refresh(moment.Now);
        return closed.Guest is null ? closed : closed.Tell(Recipient.In(Guests.ConversationOf(closed)), PostKind.GuestNews, moment.Now);
    }

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
