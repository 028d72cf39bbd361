using Hausmeister.Domain.Duties;

namespace Hausmeister.Bot.Duties;

/// <summary>What may happen to a duty while it is carried out: somebody settles it, or owes another one in its place.</summary>
internal static class InHand
{
    extension<T>(T document)
        where T : Owing
    {
        public bool Owes(Duty duty) => document.Duties.Any(d => d.Id == duty.Id);

        /// <summary>Settles the duty, but not another one that is owed in its place since.</summary>
        public T SettleClaimed(Duty duty) =>
            document.Duties.Any(d => d.Id == duty.Id && d.ClaimedUntil is null) ? document : document.Settle(duty.Id);
    }
}
