using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>
/// Carries out what a document owes: claims what is due by compare-and-swap, does it, and records the outcome by compare-and-swap.
/// A claim that nobody took back has expired after a crash; its outcome is unknown, and the effect is looked for first.
/// </summary>
internal abstract partial class DutyRunner<T>(ThisProcess process, KeyedLocks locks, TimeProvider time, ILogger logger)
    where T : Owing
{
    /// <summary>A wake-up that comes before its document waits for it this long.</summary>
    private static readonly Duration Orphaned = Duration.FromMinutes(10);

    public async Task<Served> RunAsync(Squad squad, string id, WakeUp wakeUp, Instant now, CancellationToken cancellationToken)
    {
        var (found, claims) = await ClaimAsync(id, new Moment(squad, now), cancellationToken);
        foreach (var claim in claims)
            await CarryOutAsync(squad, id, claim, cancellationToken);
        if (found is null || found.Revision < wakeUp.Revision)
            return now < wakeUp.Due + Orphaned ? Served.TooEarly : Served.Done;
        // Every save enqueues a wake-up of its own, so one of an older revision is done with.
        return claims.Count == 0 && found.Revision == wakeUp.Revision && found.NextDue is { } next ? Served.Again(next) : Served.Done;
    }

    /// <summary>One commit, decided again for as long as somebody else is faster. Null: there is no such document.</summary>
    protected abstract Task<T?> DecideAsync(Moment moment, string id, Func<T, T> decide, CancellationToken cancellationToken);

    /// <summary>Timers have no effect outside, so they need no claim: what follows from them is owed in the same commit.</summary>
    protected abstract T TimersDue(T document, Moment moment);

    /// <summary>The effect, and then how its outcome is recorded.</summary>
    protected abstract Task<Func<T, T>> EffectAsync(T document, Duty duty, Moment moment, CancellationToken cancellationToken);

    /// <summary>What becomes of a message that did not reach everybody.</summary>
    protected abstract T Unreached(T document, Duty duty, UnreachableException error, Moment moment);

    /// <summary>
    /// Who holds this key carries the duty out. It is in our hands once, also where the clock was set forward and its claim seems to have ended.
    /// </summary>
    protected virtual Task<string> KeyAsync(Moment moment, string id, Duty duty, CancellationToken cancellationToken) =>
        Task.FromResult($"duty/{moment.Squad.Id}/{id}/{duty.Id}");

    protected Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    private async Task<(T? Found, IReadOnlyList<Claim> Claims)> ClaimAsync(string id, Moment moment, CancellationToken cancellationToken)
    {
        IReadOnlyList<Claim> claims = [];
        var found = await DecideAsync(moment, id, document =>
        {
            var timed = TimersDue(document, moment);
            var due = timed.Duties.Where(d => d.IsDue(moment.Now) || process.IsLeftBehind(d)).OrderBy(Rank);
            claims = [.. due.Select(duty => Claim.Of(duty, process, moment.Now))];
            return claims.Aggregate(timed, (current, claim) => claim.In(current));
        }, cancellationToken);
        return (found, claims);
    }

    /// <summary>People hear of it first, as other systems may be slow; what shows the outcome comes last.</summary>
    private static int Rank(Duty duty) => duty.Kind switch
    {
        DutyKind.Tell => 0,
        DutyKind.UpdatePosts => 2,
        _ => 1,
    };

    private async Task CarryOutAsync(Squad squad, string id, Claim claim, CancellationToken cancellationToken)
    {
        using var alone = await locks.TakeAsync(await KeyAsync(new Moment(squad, Now()), id, claim.Duty, cancellationToken), cancellationToken);
        var moment = new Moment(squad, Now());
        if (await HeldAsync(id, claim, moment, cancellationToken) is not { } document)
            return;
        var record = await OutcomeAsync(document, id, claim.Duty, moment, cancellationToken);
        await DecideAsync(moment with { Now = Now() }, id, record, cancellationToken);
    }

    /// <summary>The document, with the claim made anew where earlier effects took long; null where the duty is no longer ours.</summary>
    private async Task<T?> HeldAsync(string id, Claim claim, Moment moment, CancellationToken cancellationToken)
    {
        var held = false;
        var found = await DecideAsync(moment, id, document =>
        {
            held = claim.IsHeldIn(document);
            return !held || claim.IsLongEnough(moment.Now) ? document : Claim.Of(claim.Duty, process, moment.Now).In(document);
        }, cancellationToken);
        return held ? found : null;
    }

    private async Task<Func<T, T>> OutcomeAsync(T document, string id, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        try
        {
            return await EffectAsync(document, duty, moment, cancellationToken);
        }
        catch (UnreachableException error)
        {
            Log.Unreachable(logger, error, duty.Kind, moment.Squad.Id, id);
            return d => Unreached(d, duty, error, moment with { Now = Now() });
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, error, duty.Kind, moment.Squad.Id, id);
            return d => d.Postpone(duty.Id, Now(), null);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Somebody was not reached: {Duty} of {Squad}/{Document} comes again")]
        public static partial void Unreachable(ILogger logger, Exception error, DutyKind duty, string squad, string document);

        [LoggerMessage(LogLevel.Error, "{Duty} of {Squad}/{Document} failed and comes again")]
        public static partial void Failed(ILogger logger, Exception error, DutyKind duty, string squad, string document);
    }
}
