using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Duties;

/// <summary>Carries out what a case owes.</summary>
internal sealed partial class CaseDutyRunner(
    CaseCommits cases,
    ThisProcess process,
    TrackerEffects tracker,
    CaseMessageEffects messages,
    ProgressRound progress,
    CrashTopicEffects crashTopics,
    KeyedLocks locks,
    TimeProvider time,
    ILogger<CaseDutyRunner> logger) : DutyRunner<Case>(process, locks, time, logger)
{
    protected override Task<Case?> DecideAsync(Moment moment, string id, Func<Case, Case> decide, CancellationToken cancellationToken) =>
        cases.DecideAsync(moment, id, decide, cancellationToken);

    protected override Case TimersDue(Case document, Moment moment) => document.Duties.Where(d => d.IsDue(moment.Now)).Aggregate(document, (c, duty) => duty.Kind switch
    {
        _ when ProgressRound.IsForRound(duty) && ProgressRules.Allowed(c, duty, moment) is var at && at > moment.Now => c.Owe(duty with { Due = at, ClaimedUntil = null, ClaimedBy = null }),
        DutyKind.Tell when Sharing.IsOwed(c, duty, moment) => Sharing.Owe(c, duty, moment),
        DutyKind.RemindPriority => c.Settle(duty.Id).Tell(Recipient.Of(c.TriagedBy ?? moment.OnDuty), PostKind.PrioritySilent, moment.Now),
        DutyKind.EscalateProgress => ProgressRules.Unanswered(c, moment),
        DutyKind.EscalateLevel2 => Level2Rules.Unanswered(c, moment),
        _ => c,
    });

    protected override async Task<Func<Case, Case>> EffectAsync(Case document, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        try
        {
            return duty.Kind switch
            {
                DutyKind.Tell when duty.Waited => await progress.RunAsync(document, duty, moment, cancellationToken),
                DutyKind.Tell => await messages.TellAsync(document, duty, moment, cancellationToken),
                DutyKind.UpdatePosts => await messages.UpdateAsync(document, duty, moment, cancellationToken),
                DutyKind.MarkCrash => await crashTopics.MarkAsync(duty, moment, cancellationToken),
                DutyKind.AskProgress => await progress.RunAsync(document, duty, moment, cancellationToken),
                _ => Written(duty, await tracker.RunAsync(document, duty, moment, cancellationToken)),
            };
        }
        catch (TrackerException error)
        {
            Log.TrackerFailed(logger, error.Trouble, duty.Kind, document.Squad, document.Id);
            return Written(duty, c => c.Owes(duty) ? TrackerFailures.Of(c, duty, error, moment with { Now = Now() }) : c);
        }
    }

    protected override Case Unreached(Case document, Duty duty, UnreachableException error, Moment moment) =>
        MessageFailures.Of(document, duty, error, moment, document.TriagedBy, document.Owner, moment.OnDuty);

    /// <summary>One person is asked by one round at a time, so that two that are due at once become one message.</summary>
    protected override async Task<string> KeyAsync(Moment moment, string id, Duty duty, CancellationToken cancellationToken) =>
        ProgressRound.IsForRound(duty) && await cases.FindAsync(moment, id, cancellationToken) is { } @case
            ? ProgressRound.KeyOf(@case, duty, moment)
            : await base.KeyAsync(moment, id, duty, cancellationToken);

    /// <summary>A write that failed may have been done all the same.</summary>
    private Func<Case, Case> Written(Duty duty, Func<Case, Case> record) =>
        duty.Kind is DutyKind.SetLabels or DutyKind.Assign or DutyKind.SetOpen ? c => record(c) with { TrackerWrittenAt = Now() } : record;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The tracker did not do it ({Trouble}): {Duty} of {Squad}/{Case} comes again")]
        public static partial void TrackerFailed(ILogger logger, TrackerTrouble trouble, DutyKind duty, string squad, string @case);
    }
}
