using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Channels;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Bot.Duties;

/// <summary>Carries out what a squad is owed about a channel: words to a lead, and to whoever was to be told something there.</summary>
internal sealed class ChannelDutyRunner(
    Commits commits, ThisProcess process, ChannelMessageEffects messages, KeyedLocks locks, TimeProvider time, ILogger<ChannelDutyRunner> logger)
    : DutyRunner<ChannelBook>(process, locks, time, logger)
{
    protected override Task<ChannelBook?> DecideAsync(Moment moment, string id, Func<ChannelBook, ChannelBook> decide, CancellationToken cancellationToken) =>
        commits.MakeAsync<ChannelBook?>(async work => await new ChannelDesk(work, moment).ChangeAsync(id, decide, cancellationToken), cancellationToken);

    protected override ChannelBook TimersDue(ChannelBook document, Moment moment) => document;

    protected override Task<Func<ChannelBook, ChannelBook>> EffectAsync(ChannelBook document, Duty duty, Moment moment, CancellationToken cancellationToken) =>
        messages.TellAsync(document, duty, moment, cancellationToken);

    protected override ChannelBook Unreached(ChannelBook document, Duty duty, UnreachableException error, Moment moment) =>
        MessageFailures.Of(document, duty, error, moment, moment.OnDuty, moment.Level2);
}
