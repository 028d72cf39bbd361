using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Rota;

namespace Hausmeister.Bot.Duties;

/// <summary>Carries out what the book of a squad's rota owes: words to a lead, and to whose shifts moved.</summary>
internal sealed class RotaDutyRunner(
    IDocumentStore store, LiveSquads squads, DutyBell bell, ThisProcess process, RotaMessageEffects messages, KeyedLocks locks, TimeProvider time, ILogger<RotaDutyRunner> logger)
    : DutyRunner<RotaBook>(process, locks, time, logger)
{
    protected override async Task<RotaBook?> DecideAsync(Moment moment, string id, Func<RotaBook, RotaBook> decide, CancellationToken cancellationToken)
    {
        while (true)
        {
            var work = new Work(store);
            var desk = new RotaDesk(work, moment);
            await desk.ChangeAsync(decide, cancellationToken);
            var decided = await desk.BookAsync(cancellationToken);
            if (work.IsEmpty)
                return decided;
            if (!await work.TryCommitAsync(cancellationToken))
                continue;
            squads.See(work);
            bell.Ring();
            return decided;
        }
    }

    protected override RotaBook TimersDue(RotaBook document, Moment moment) => document;

    protected override Task<Func<RotaBook, RotaBook>> EffectAsync(RotaBook document, Duty duty, Moment moment, CancellationToken cancellationToken) =>
        messages.TellAsync(document, duty, moment, cancellationToken);

    protected override RotaBook Unreached(RotaBook document, Duty duty, UnreachableException error, Moment moment) =>
        MessageFailures.Of(document, duty, error, moment, moment.OnDuty);
}
