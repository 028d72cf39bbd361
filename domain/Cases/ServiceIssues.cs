using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;
using NodaTime;

namespace Hausmeister.Domain.Cases;

/// <summary>What happens to a service issue, from its creation to its end.</summary>
public static partial class ServiceIssues
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

    /// <summary>A tap that comes twice notes once. Only the squad's own words are news of it: the hour without any goes on while a guest asks how it stands.</summary>
    public static Case AddNote(Case @case, string text, Person by, Moment moment)
    {
        if (@case.Notes is [.., var last] && last.Text == text && last.By.Id == by.Id && moment.Now - last.At < DoubleTap)
            return @case;
        var noted = @case with { Notes = [.. @case.Notes, new Note(moment.Now, by, text)] };
        if (noted.Issue is not null)
            noted = OweComment(noted, noted.Notes.Count - 1, moment.Now);
        var heard = by.IsGuest ? noted : ProgressRules.Heard(noted, text, moment);
        return heard.Happened(moment.Now, by, "noted").Refresh(moment.Now);
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
        open = Threads.TellReopened(open, moment);
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

    private static Case Close(Case @case, Closing closing, Moment moment)
    {
        var closed = (@case with { Closed = closing, Progress = null, Edition = @case.Edition + 1 })
            .Settle(DutyKind.AskProgress, DutyKind.EscalateProgress, DutyKind.RemindPriority, DutyKind.EscalateLevel2)
            .Happened(closing.At, closing.By, "closed")
            .Refresh(moment.Now);
        return Guests.TellNews(Threads.TellFixed(CrashRules.Over(closed, moment), moment), moment);
    }
}
