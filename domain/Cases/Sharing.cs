using Hausmeister.Domain.Duties;

namespace Hausmeister.Domain.Cases;

/// <summary>While a hand-off is not confirmed, what is urgent goes to whoever was on duty before, too.</summary>
public static class Sharing
{
    public static bool IsOwed(Case @case, Duty duty, Moment moment) =>
        @case is { IsOpen: true, Kind: CaseKind.ServiceIssue, Priority: Priority.P4 }
        && !duty.Shared && moment.Unconfirmed is { } open && duty.To?.Member == open.To;

    /// <summary>The same message once more, for somebody else.</summary>
    public static Case Owe(Case @case, Duty duty, Moment moment)
    {
        var before = moment.Unconfirmed!.From;
        var copy = duty with { Id = $"{duty.Id}/also/{before}", To = Recipient.Of(before), Due = moment.Now, Shared = true, ClaimedUntil = null, ClaimedBy = null };
        return @case.Owe(duty with { Shared = true }).Owe(copy);
    }
}
