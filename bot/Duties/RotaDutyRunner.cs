using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;

namespace Hausmeister.Bot.Duties;

/// <summary>Carries out what the book of a squad's rota owes: words to a lead, and to whose shifts moved.</summary>
internal sealed class RotaDutyRunner(
    Commits commits, ThisProcess process, RotaMessageEffects messages, KeyedLocks locks, TimeProvider time, ILogger<RotaDutyRunner> logger)
    : DutyRunner<RotaBook>(process, locks, time, logger)
{
    protected override Task<RotaBook?> DecideAsync(Moment moment, string id, Func<RotaBook, RotaBook> decide, CancellationToken cancellationToken) =>
        commits.MakeAsync<RotaBook?>(async work =>
        {
            var desk = new RotaDesk(work, moment);
            await desk.ChangeAsync(decide, cancellationToken);
            return await desk.BookAsync(cancellationToken);
        }, cancellationToken);

    protected override RotaBook TimersDue(RotaBook document, Moment moment) => document;

    protected override Task<Func<RotaBook, RotaBook>> EffectAsync(RotaBook document, Duty duty, Moment moment, CancellationToken cancellationToken) =>
        messages.TellAsync(document, duty, moment, cancellationToken);

    protected override RotaBook Unreached(RotaBook document, Duty duty, UnreachableException error, Moment moment) =>
        MessageFailures.Of(document, duty, error, moment, moment.OnDuty);
}
