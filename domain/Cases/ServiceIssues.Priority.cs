using Hausmeister.Domain.Duties;

namespace Hausmeister.Domain.Cases;

/// <content>A new priority, and what follows from it.</content>
public static partial class ServiceIssues
{
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
}
