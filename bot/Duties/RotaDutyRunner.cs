using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;

namespace Hausmeister.Bot.Duties;

/// <summary>Carries out what the book of a squad's rota owes: words to a lead, and to whose shifts moved; and the topics that say who is on duty.</summary>
internal sealed class RotaDutyRunner(
    Commits commits, ThisProcess process, RotaMessageEffects messages, RotaTopicEffects topics, KeyedLocks locks, TimeProvider time, ILogger<RotaDutyRunner> logger)
    : DutyRunner<RotaBook>(process, locks, time, logger)
{
    protected override Task<RotaBook?> DecideAsync(Moment moment, string id, Func<RotaBook, RotaBook> decide, CancellationToken cancellationToken) =>
        commits.MakeAsync<RotaBook?>(async work =>
        {
            var desk = new RotaDesk(work, moment);
            await desk.ChangeAsync(decide, cancellationToken);
            return await desk.BookAsync(cancellationToken);
        }, cancellationToken);

    protected override RotaBook TimersDue(RotaBook document, Moment moment) =>
        document.Duties.Any(d => d.Kind == DutyKind.FollowTopics && d.IsDue(moment.Now)) ? RotaTopics.Owe(document, moment) : document;

    protected override Task<Func<RotaBook, RotaBook>> EffectAsync(RotaBook document, Duty duty, Moment moment, CancellationToken cancellationToken) => duty.Kind switch
    {
        DutyKind.Tell => messages.TellAsync(document, duty, moment, cancellationToken),
        DutyKind.SetTopic => topics.SetAsync(duty, moment, cancellationToken),
        _ => throw new ArgumentException($"{duty.Kind} is nothing that the book of a rota owes.", nameof(duty)),
    };

    protected override RotaBook Unreached(RotaBook document, Duty duty, UnreachableException error, Moment moment) =>
        MessageFailures.Of(document, duty, error, moment, moment.OnDuty);
}
