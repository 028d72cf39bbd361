using Hausmeister.Domain.Duties;

namespace Hausmeister.Domain.Cases;

/// <summary>A guest's two answers, until somebody of the squad takes them.</summary>
public static class Guests
{
    /// <summary>The one on duty gets it, in work hours.</summary>
    public static Case Report(Case @case, Moment moment) => @case
        .TellInWorkHours(moment, Recipient.Of(moment.OnDuty), PostKind.GuestReport)
        .Happened(moment.Now, @case.OpenedBy, "asked");

    /// <summary>A member takes it, and the guest reads who has it. The first one has it.</summary>
    public static Case Take(Case @case, Person by, Moment moment)
    {
        if (@case.Owner is not null || @case.Guest is null)
            return @case;
        return (@case with { Owner = by.Id })
            .Settle(DutyKind.Tell)
            .Tell(Recipient.In(ConversationOf(@case)), PostKind.GuestNews, moment.Now)
            .Happened(moment.Now, by, "took it")
            .Refresh(moment.Now);
    }

    /// <summary>A guest who opened it hears what became of it; not twice, where they asked in a thread that hears of it.</summary>
    public static Case TellNews(Case @case, Moment moment) => @case.Guest is null || (@case.Threads.Contains(ConversationOf(@case)) && @case is not { Issue: null, Answer: null })
        ? @case
        : @case.Tell(Recipient.In(ConversationOf(@case)), PostKind.GuestNews, moment.Now);

    /// <summary>Where the guest reads what becomes of it.</summary>
    public static string ConversationOf(Case @case) => @case.Conversation;
}
