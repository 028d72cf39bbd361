using Hausmeister.Domain.Duties;
using NodaTime;

namespace Hausmeister.Domain.Cases;

/// <summary>Asking Level 2 for help. The owner stays; silence goes to a lead.</summary>
public static class Level2Rules
{
    private const string Silent = "level2-silent";

    /// <summary>The same words again, while the answer is waited for, ask nobody twice.</summary>
    public static Case Ask(Case @case, Level2Reason why, string? tried, Person by, Moment moment)
    {
        if (!@case.IsOpen || (IsWaiting(@case) && @case.Level2 is { } open && (open.Why, open.Tried, open.By.Id) == (why, tried, by.Id)))
            return @case;
        var asked = moment.HelpFor(by.Id);
        return (@case with { Level2 = new Level2Request(why, tried, by, moment.Now, asked) })
            .Tell(Recipient.Of(asked), PostKind.Level2Ask, moment.Now)
            .Owe(EscalateAt(moment.Now + Patience(@case, moment)))
            .Happened(moment.Now, by, $"asked {moment.Squad.NameOf(asked)}")
            .Refresh(moment.Now);
    }

    /// <summary>How long Level 2 may stay silent.</summary>
    public static Duration Patience(Case @case, Moment moment) => @case is { Kind: CaseKind.ServiceIssue, Priority: Priority.P4 }
        ? moment.Squad.Escalation.Level2SilentAfterP4
        : moment.Squad.Escalation.Level2SilentAfterOther;

    /// <summary>The priority changed while the answer is waited for, and so did the patience.</summary>
    public static Case Reconsider(Case @case, Moment moment) => IsWaiting(@case) && @case.Level2 is { } request
        ? @case.Owe(EscalateAt(request.At + Patience(@case, moment)))
        : @case;

    /// <summary>The answer of whoever was asked, Level 2 or later the lead; the first one counts.</summary>
    public static Case AnswerWith(Case @case, Level2Answer answer, Person by, Moment moment)
    {
        if (!@case.IsOpen || @case.Level2 is not { Answer: null } request)
            return @case;
        var answered = (@case with { Level2 = request with { Answer = answer, AnsweredAt = moment.Now, AnsweredBy = by.Id } })
            .Settle(Silent)
            .Tell(Recipient.Of(request.By.Id), PostKind.Level2Answer, moment.Now)
            .Happened(moment.Now, by, answer.ToString())
            .Refresh(moment.Now);
        return answer == Level2Answer.TakingOver ? ServiceIssues.Give(answered, by.Id, by, moment) : answered;
    }

    /// <summary>Silence: a lead is asked too, and whoever asked is told. Where there is no other lead they hear that it is theirs to decide.</summary>
    public static Case Unanswered(Case @case, Moment moment)
    {
        if (@case.Level2 is not { Answer: null, Lead: null } request)
            return @case.Settle(Silent);
        var lead = moment.LeadBeside(request.Asked, request.By.Id);
        var told = (@case with { Level2 = request with { Lead = lead } })
            .Settle(Silent)
            .Tell(Recipient.Of(request.By.Id), PostKind.Level2Silent, moment.Now)
            .Happened(moment.Now, Person.Bot, $"{moment.Squad.NameOf(request.Asked)} was silent, {moment.Squad.NameOf(lead)} asked")
            .Refresh(moment.Now);
        return lead is null ? told : told.Tell(Recipient.Of(lead), PostKind.Level2Lead, moment.Now);
    }

    private static bool IsWaiting(Case @case) => @case.Duties.Any(d => d.Kind == DutyKind.EscalateLevel2);

    private static Duty EscalateAt(Instant at) => new(Silent, DutyKind.EscalateLevel2, at);
}
