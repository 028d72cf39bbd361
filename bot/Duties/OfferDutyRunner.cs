using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;

namespace Hausmeister.Bot.Duties;

/// <summary>Carries out what an offer owes.</summary>
internal sealed class OfferDutyRunner(
    Commits commits, ThisProcess process, OfferMessageEffects messages, KeyedLocks locks, TimeProvider time, ILogger<OfferDutyRunner> logger)
    : DutyRunner<Offer>(process, locks, time, logger)
{
    protected override Task<Offer?> DecideAsync(Moment moment, string id, Func<Offer, Offer> decide, CancellationToken cancellationToken) =>
        commits.MakeAsync(work => new OfferDesk(work, moment).ApplyAsync(id, decide, cancellationToken), cancellationToken);

    protected override Offer TimersDue(Offer document, Moment moment) => document.Duties.Where(d => d.IsDue(moment.Now)).Aggregate(document, (o, duty) => duty.Kind switch
    {
        DutyKind.EndOffer => OfferRules.End(o, moment),
        DutyKind.AppointOffer => OfferRules.AskToAppoint(o, moment),
        _ => o,
    });

    protected override Task<Func<Offer, Offer>> EffectAsync(Offer document, Duty duty, Moment moment, CancellationToken cancellationToken) => duty.Kind switch
    {
        DutyKind.Tell => messages.TellAsync(document, duty, moment, cancellationToken),
        DutyKind.UpdatePosts => messages.UpdateAsync(document, duty, moment, cancellationToken),
        _ => throw new ArgumentException($"{duty.Kind} is nothing that an offer owes.", nameof(duty)),
    };

    protected override Offer Unreached(Offer document, Duty duty, UnreachableException error, Moment moment) =>
        MessageFailures.Of(document, duty, error, moment, document.By.Id, moment.Level2);
}
