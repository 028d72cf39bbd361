using Hausmeister.Domain.Cases;

namespace Hausmeister.Bot.Duties;

/// <summary>What may happen to a duty while it is carried out: somebody settles it, or owes another one in its place.</summary>
internal static class InHand
{
    public static bool Owes(this Case @case, Duty duty) => @case.Duties.Any(d => d.Id == duty.Id);

    /// <summary>Settles the duty, but not another one that is owed in its place since.</summary>
    public static Case SettleClaimed(this Case @case, Duty duty) =>
        @case.Duties.Any(d => d.Id == duty.Id && d.ClaimedUntil is null) ? @case : @case.Settle(duty.Id);
}
