using Hausmeister.Bot.Turns;
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
    CaseCommits cases,
    ThisProcess process,
    TrackerEffects tracker,
    MessageEffects messages,
    ProgressRound progress,
    KeyedLocks locks,
    TimeProvider time,
    ILogger<CaseDutyRunner> logger)
{
    /// <summary>A wake-up that comes before its document waits for it this long.</summary>
    private static readonly Duration Orphaned = Duration.FromMinutes(10);

    public async Task<Served> RunAsync(Squad squad, string caseId, WakeUp wakeUp, Instant now, CancellationToken cancellationToken)
    {
        var (found, claims) = await ClaimAsync(caseId, new Moment(squad, now), cancellationToken);
        foreach (var claim in claims)
            await CarryOutAsync(squad, caseId, claim, cancellationToken);
        if (found is null || found.Revision < wakeUp.Revision)
            return now < wakeUp.Due + Orphaned ? Served.TooEarly : Served.Done;
        // Every save enqueues a wake-up of its own, so one of an older revision is done with.
        return claims.Count == 0 && found.Revision == wakeUp.Revision && found.NextDue is { } next ? Served.Again(next) : Served.Done;
    }

    private async Task<(Case? Found, IReadOnlyList<Claim> Claims)> ClaimAsync(string caseId, Moment moment, CancellationToken cancellationToken)
    {
        IReadOnlyList<Claim> claims = [];
        var found = await cases.DecideAsync(moment, caseId, c =>
        {
            var timed = TimersDue(c, moment);
            var due = timed.Duties.Where(d => d.IsDue(moment.Now) || process.IsLeftBehind(d)).OrderBy(Rank);
            claims = [.. due.Select(duty => Claim.Of(duty, process, moment.Now))];
            return claims.Aggregate(timed, (current, claim) => claim.In(current));
        }, cancellationToken);
        return (found, claims);
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
        _ when ProgressRound.IsForRound(duty) && ProgressRules.Allowed(c, duty, moment) is var at && at > moment.Now => c.Owe(duty with { Due = at, ClaimedUntil = null, ClaimedBy = null }),
        DutyKind.RemindPriority => c.Settle(duty.Id).Tell(Recipient.Of(c.TriagedBy ?? moment.OnDuty), PostKind.PrioritySilent, moment.Now),
        DutyKind.EscalateProgress => ProgressRules.Unanswered(c, moment),
        DutyKind.EscalateLevel2 => Level2Rules.Unanswered(c, moment),
        _ => c,
    });

    private async Task CarryOutAsync(Squad squad, string caseId, Claim claim, CancellationToken cancellationToken)
    {
        using var alone = await AloneAsync(new Moment(squad, Now()), caseId, claim, cancellationToken);
        var moment = new Moment(squad, Now());
        if (await HeldAsync(caseId, claim, moment, cancellationToken) is not { } @case)
            return;
        var record = await OutcomeAsync(@case, claim.Duty, moment, cancellationToken);
        await cases.DecideAsync(moment with { Now = Now() }, caseId, c => Written(record(c), claim.Duty), cancellationToken);
    }

    private Case Written(Case @case, Duty duty) => duty.Kind is DutyKind.SetLabels or DutyKind.Assign or DutyKind.SetOpen
        ? @case with { TrackerWrittenAt = Now() }
        : @case;

    /// <summary>
    /// One person is asked by one round at a time, so that two that are due at once become one message. Any other duty is in our hands once,
    /// also where the clock was set forward and its claim seems to have ended.
    /// </summary>
    private async Task<IDisposable> AloneAsync(Moment moment, string caseId, Claim claim, CancellationToken cancellationToken)
    {
        var key = ProgressRound.IsForRound(claim.Duty) && await cases.FindAsync(moment, caseId, cancellationToken) is { } @case
            ? ProgressRound.KeyOf(@case, claim.Duty, moment)
            : $"duty/{moment.Squad.Id}/{caseId}/{claim.Duty.Id}";
        return await locks.TakeAsync(key, cancellationToken);
    }

    /// <summary>The case, with the claim made anew where earlier effects took long; null where the duty is no longer ours.</summary>
    private async Task<Case?> HeldAsync(string caseId, Claim claim, Moment moment, CancellationToken cancellationToken)
    {
        var held = false;
        var found = await cases.DecideAsync(moment, caseId, c =>
        {
            held = claim.IsHeldIn(c);
            return !held || claim.IsLongEnough(moment.Now) ? c : Claim.Of(claim.Duty, process, moment.Now).In(c);
        }, cancellationToken);
        return held ? found : null;
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
            return c => c.Owes(duty) ? TrackerFailures.Of(c, duty, error, moment with { Now = Now() }) : c;
        }
        catch (UnreachableException error)
        {
            Log.Unreachable(logger, error, duty.Kind, @case.Squad, @case.Id);
            return c => MessageFailures.Of(c, duty, error, moment with { Now = Now() });
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
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

        [LoggerMessage(LogLevel.Warning, "Somebody was not reached: {Duty} of {Squad}/{Case} comes again")]
        public static partial void Unreachable(ILogger logger, Exception error, DutyKind duty, string squad, string @case);

        [LoggerMessage(LogLevel.Error, "{Duty} of {Squad}/{Case} failed and comes again")]
        public static partial void Failed(ILogger logger, Exception error, DutyKind duty, string squad, string @case);
    }
}
