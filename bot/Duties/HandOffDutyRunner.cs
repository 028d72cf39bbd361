using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Carries out what a hand-off owes.</summary>
internal sealed class HandOffDutyRunner(
    HandOffCommits handOffs,
    ThisProcess process,
    HandOffEffects effects,
    HandOffMessageEffects messages,
    KeyedLocks locks,
    TimeProvider time,
    ILogger<HandOffDutyRunner> logger) : DutyRunner<HandOff>(process, locks, time, logger)
{
    protected override Task<HandOff?> DecideAsync(Moment moment, string id, Func<HandOff, HandOff> decide, CancellationToken cancellationToken) =>
        handOffs.DecideAsync(moment, id, decide, cancellationToken);

    protected override HandOff TimersDue(HandOff document, Moment moment) => document.Duties.Where(d => d.IsDue(moment.Now)).Aggregate(document, (h, duty) => duty.Kind switch
    {
        DutyKind.RemindHandOff or DutyKind.EscalateHandOff or DutyKind.AppointHandOff when moment.Now >= h.Until => HandOffRules.End(h, new Ending(h.Until)),
        DutyKind.AskReady => Preparation.Ask(h, moment),
        DutyKind.EscalateReady => Preparation.Silent(h, moment),
        DutyKind.RemindHandOff when h.IsUnconfirmed => HandOffRules.Remind(h, moment),
        DutyKind.EscalateHandOff when h.IsUnconfirmed => HandOffRules.Escalate(h, moment),
        DutyKind.AppointHandOff when h.IsUnconfirmed => HandOffRules.AskLead(h, moment),
        DutyKind.RemindHandOff or DutyKind.EscalateHandOff or DutyKind.AppointHandOff => h.Settle(duty.Id),
        _ => h,
    });

    protected override Task<Func<HandOff, HandOff>> EffectAsync(HandOff document, Duty duty, Moment moment, CancellationToken cancellationToken) => duty.Kind switch
    {
        DutyKind.Tell => messages.TellAsync(document, duty, moment, cancellationToken),
        DutyKind.UpdatePosts => messages.UpdateAsync(document, duty, moment, cancellationToken),
        DutyKind.PrepareHandOff => effects.PrepareAsync(document, duty, moment, cancellationToken),
        DutyKind.EndStay => effects.EndStayAsync(document, duty, moment, cancellationToken),
        DutyKind.BeginHandOff => effects.BeginAsync(document, moment, cancellationToken),
        DutyKind.MoveCases => effects.MoveAsync(document, duty, moment, cancellationToken),
        _ => throw new ArgumentException($"{duty.Kind} is nothing that a hand-off owes.", nameof(duty)),
    };

    protected override HandOff Unreached(HandOff document, Duty duty, UnreachableException error, Moment moment) =>
        HandOffFailures.Of(document, duty, error, moment);
}
