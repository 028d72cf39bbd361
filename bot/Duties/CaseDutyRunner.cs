using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>
/// Carries out what a case owes: claims what is due by compare-and-swap, does it, and records the outcome by compare-and-swap.
/// A claim that nobody took back has expired after a crash; its outcome is unknown, and the effect is looked for first.
/// </summary>
internal sealed partial class CaseDutyRunner(
    CaseCommits cases, ThisProcess process, TrackerEffects tracker, MessageEffects messages, ProgressRound progress, TimeProvider time, ILogger<CaseDutyRunner> logger)
{
    /// <summary>Longer than an effect takes at most: a look of 40 s and a write of 30 s, see <c>HttpTimeouts</c>.</summary>
    public static readonly Duration ClaimLease = Duration.FromSeconds(90);

    /// <summary>A wake-up that comes before its document waits for it this long.</summary>
    private static readonly Duration Orphaned = Duration.FromMinutes(10);

    private static readonly Duration LookAgain = Duration.FromSeconds(5);

    /// <returns>When to look again; null: the case's newest wake-up says so.</returns>
    public async Task<Instant?> RunAsync(Squad squad, string caseId, WakeUp wakeUp, Instant now, CancellationToken cancellationToken)
    {
        var moment = new Moment(squad, now);
        var (found, claimed) = await ClaimAsync(caseId, moment, cancellationToken);
        if (found is null || found.Revision < wakeUp.Revision)
            return now < wakeUp.Due + Orphaned ? now + LookAgain : null;
        foreach (var duty in claimed)
            await CarryOutAsync(squad, caseId, duty, cancellationToken);
        return claimed.Count == 0 && found.NextDue > now ? found.NextDue : null;
    }

    private async Task<(Case? Found, IReadOnlyList<Duty> Claimed)> ClaimAsync(string caseId, Moment moment, CancellationToken cancellationToken)
    {
        IReadOnlyList<Duty> due = [];
        var found = await cases.DecideAsync(moment, caseId, c =>
        {
            var timed = TimersDue(c, moment);
            due = [.. timed.Duties.Where(d => d.IsDue(moment.Now) || process.IsLeftBehind(d)).OrderBy(Rank)];
            return due.Count == 0 ? timed : timed.Claim(due.Select(d => d.Id).ToHashSet(), moment.Now + ClaimLease, process.Id);
        }, cancellationToken);
        return (found, due);
    }

    /// <summary>People hear of it first, as the tracker may be slow; what shows the outcome comes last.</summary>
    private static int Rank(Duty duty) => duty.Kind switch
    {
        DutyKind.Tell => 0,
        DutyKind.UpdatePosts => 2,
        _ => 1,
    };

    /// <summary>Timers have no effect outside, so they need no claim: what follows from them is owed in the same commit.</summary>
    private static Case TimersDue(Case @case, Moment moment) => @case.Duties.Where(d => d.IsDue(moment.Now)).Aggregate(@case, (c, duty) => duty.Kind switch
    {
        DutyKind.RemindPriority => c.Settle(duty.Id).Tell(Recipient.Of(c.TriagedBy ?? moment.OnDuty), PostKind.PrioritySilent, moment.Now),
        DutyKind.EscalateProgress => ProgressRules.Unanswered(c, moment),
        DutyKind.EscalateLevel2 => Level2Rules.Unanswered(c, moment),
        _ => c,
    });

    private async Task CarryOutAsync(Squad squad, string caseId, Duty duty, CancellationToken cancellationToken)
    {
        var moment = new Moment(squad, Now());
        if (await cases.FindAsync(moment, caseId, cancellationToken) is not { } @case)
            return;
        var record = await OutcomeAsync(@case, duty, moment, cancellationToken);
        await cases.DecideAsync(moment with { Now = Now() }, caseId, record, cancellationToken);
    }

    private async Task<Func<Case, Case>> OutcomeAsync(Case @case, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        try
        {
            return duty.Kind switch
            {
                DutyKind.Tell when duty.Waited => await progress.RunAsync(@case, duty, moment, cancellationToken),
                DutyKind.Tell => await messages.TellAsync(@case, duty, moment, cancellationToken),
                DutyKind.UpdatePosts => await messages.UpdateAsync(@case, duty, moment, cancellationToken),
                DutyKind.AskProgress => await progress.RunAsync(@case, duty, moment, cancellationToken),
                _ => await tracker.RunAsync(@case, duty, moment, cancellationToken),
            };
        }
        catch (TrackerException error)
        {
            Log.TrackerFailed(logger, error.Trouble, duty.Kind, @case.Squad, @case.Id);
            return c => TrackerFailures.Of(c, duty, error, moment with { Now = Now() });
        }
        catch (UnreachableException error)
        {
            Log.Unreachable(logger, error.Message, duty.Kind, @case.Squad, @case.Id);
            return c => c.Postpone(duty.Id, Now(), null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Failed(logger, error, duty.Kind, @case.Squad, @case.Id);
            return c => c.Postpone(duty.Id, Now(), null);
        }
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The tracker did not do it ({Trouble}): {Duty} of {Squad}/{Case} comes again")]
        public static partial void TrackerFailed(ILogger logger, TrackerTrouble trouble, DutyKind duty, string squad, string @case);

        [LoggerMessage(LogLevel.Warning, "{Sentence} {Duty} of {Squad}/{Case} comes again")]
        public static partial void Unreachable(ILogger logger, string sentence, DutyKind duty, string squad, string @case);

        [LoggerMessage(LogLevel.Error, "{Duty} of {Squad}/{Case} failed and comes again")]
        public static partial void Failed(ILogger logger, Exception error, DutyKind duty, string squad, string @case);
    }
}
