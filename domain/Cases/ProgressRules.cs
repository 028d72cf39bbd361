using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;
using NodaTime;

namespace Hausmeister.Domain.Cases;

/// <summary>After an hour without news the bot asks: a P4 at any hour, a P3 in work hours.</summary>
public static class ProgressRules
{
    private const string Ask = "progress";
    private const string Silent = "progress-silent";

    /// <summary>Begins to watch a P4 or P3, and stops for anything else.</summary>
    public static Case Watch(Case @case, Moment moment)
    {
        if (!IsWatched(@case))
            return (@case with { Progress = null }).Settle(DutyKind.AskProgress, DutyKind.EscalateProgress);
        return @case.Progress is null ? Heard(@case, null, moment) : @case;
    }

    /// <summary>There was news: the hour begins again.</summary>
    public static Case Heard(Case @case, string? news, Moment moment)
    {
        if (!IsWatched(@case))
            return @case;
        var heard = @case with { Progress = new Progress(moment.Now, news ?? @case.Progress?.News, 0, null) };
        return AskAt(heard, Allowed(heard, moment.Now + moment.Squad.Escalation.NoProgressAfter, moment)).Settle(Silent);
    }

    /// <summary>The question went out; a P4 that stays unanswered goes to Level 2.</summary>
    public static Case Asked(Case @case, Moment moment)
    {
        if (@case.Progress is not { } progress)
            return @case.Settle(Ask);
        var asked = @case with { Progress = progress with { AskedAt = moment.Now } };
        asked = AskAt(asked, Allowed(asked, moment.Now + moment.Squad.Escalation.NoProgressAfter, moment));
        return asked.Priority == Priority.P4
            ? asked.Owe(new Duty(Silent, DutyKind.EscalateProgress, moment.Now + moment.Squad.Escalation.P4UnansweredAfter))
            : asked;
    }

    /// <summary>"Moving": ask again after one hour, then two, then the next morning; a P4 every hour.</summary>
    public static Case Moving(Case @case, Person by, Moment moment)
    {
        if (@case.Progress is not { AskedAt: not null } progress)
            return @case;
        var moving = @case with { Progress = progress with { NewsAt = moment.Now, Moving = progress.Moving + 1, AskedAt = null } };
        return AskAt(moving, Allowed(moving, AfterMoving(moving, moment), moment))
            .Settle(Silent).Happened(moment.Now, by, "moving").Refresh(moment.Now);
    }

    /// <summary>"Waiting until …": not asked before then.</summary>
    public static Case WaitUntil(Case @case, Instant until, Person by, Moment moment)
    {
        if (@case.Progress is not { } progress || (progress.AskedAt is null && AsksAt(@case) == Allowed(@case, until, moment)))
            return @case;
        var waiting = @case with { Progress = progress with { AskedAt = null } };
        return AskAt(waiting, Allowed(waiting, until, moment)).Settle(Silent).Happened(moment.Now, by, "waiting").Refresh(moment.Now);
    }

    /// <summary>Nobody answered about a P4: Level 2 hears of it, once for each question.</summary>
    public static Case Unanswered(Case @case, Moment moment) => @case.Progress is { AskedAt: not null }
        ? @case.Settle(Silent).Tell(Recipient.Of(moment.HelpFor(@case.Owner)), PostKind.ProgressSilent, moment.Now)
        : @case.Settle(Silent);

    /// <summary>When the next question comes; null if none will.</summary>
    public static Instant? AsksAt(Case @case) => @case.Duties.FirstOrDefault(d => d.Kind == DutyKind.AskProgress)?.Due;

    private static bool IsWatched(Case @case) => @case is { IsOpen: true, Kind: CaseKind.ServiceIssue, Priority: >= Priority.P3 };

    private static Instant AfterMoving(Case @case, Moment moment)
    {
        var pause = moment.Squad.Escalation.NoProgressAfter;
        return (@case.Priority, @case.Progress!.Moving) switch
        {
            (Priority.P4, _) or (_, <= 1) => moment.Now + pause,
            (_, 2) => moment.Now + pause * 2,
            _ => WorkCalendar.NextWorkDayStart(moment.Squad, moment.Now),
        };
    }

    /// <summary>When something that waited may be said: now, or when work begins again, where nobody was there to say it in time.</summary>
    public static Instant Allowed(Case @case, Duty duty, Moment moment) =>
        duty.Kind == DutyKind.AskProgress ? Allowed(@case, moment.Now, moment) : moment.InWorkHours;

    /// <summary>A P3 that is nobody's waits for a Hausmeister too: whoever is on call at the weekend has a pager only.</summary>
    private static Instant Allowed(Case @case, Instant at, Moment moment) => @case switch
    {
        { Priority: Priority.P4 } => at,
        { Owner: null } => WorkCalendar.NextWorkTime(moment.Squad, RotaCalendar.NextHausmeister(moment.Squad, at)),
        _ => WorkCalendar.NextWorkTime(moment.Squad, at),
    };

    private static Case AskAt(Case @case, Instant at) => @case.Owe(new Duty(Ask, DutyKind.AskProgress, at));
}
