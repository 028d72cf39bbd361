using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Domain.Cases;

/// <summary>The crash channel, where the whole company reads: told of a case that falls under a severity level when somebody says so, and of its end.</summary>
public static class CrashRules
{
    public const int LongestKnown = 500;

    /// <summary>After that many failures in a row a person is told.</summary>
    private const int Patience = 3;

    /// <summary>The channel was told of it and not yet of its end.</summary>
    public static bool IsTold(Case @case) => @case.Crash is { OverAt: null };

    public static bool MayTell(Case @case, Squad squad) =>
        @case is { Kind: CaseKind.ServiceIssue, IsOpen: true, Severity: true, Issue: not null } && !IsTold(@case) && squad.Channels.Crash.Count > 0;

    /// <summary>Tells the channel, once. After the end it may be told again, with a message of its own.</summary>
    public static Case Tell(Case @case, string point, string comms, string? known, Person by, Moment moment)
    {
        if (!MayTell(@case, moment.Squad))
            return @case;
        var told = @case with
        {
            Crash = new Crash(moment.Now, by, point, comms, known),
            Posts = [.. @case.Posts.Where(p => p.Kind is not (PostKind.Crash or PostKind.CrashFixed))],
        };
        return Mark(told, moment)
            .Tell(Recipient.Crash, PostKind.Crash, moment.Now)
            .Happened(moment.Now, by, "told the crash channel")
            .Refresh(moment.Now);
    }

    /// <summary>It is fixed: where the channel was told of it, it hears that too.</summary>
    public static Case Over(Case @case, Moment moment) => IsTold(@case)
        ? Mark(@case with { Crash = @case.Crash! with { OverAt = moment.Now } }, moment).Tell(Recipient.Crash, PostKind.CrashFixed, moment.Now)
        : @case;

    /// <summary>The mark failed and comes again. Whoever told the channel hears of it, as others may read the topic now.</summary>
    public static Case MarkFailed(Case @case, Duty duty, string words, Moment moment)
    {
        var failed = @case.Postpone(duty.Id, moment.Now, null);
        return failed.Duties.Any(d => d.Id == duty.Id && d.Attempts == Patience) ? TellOfMark(failed, words, moment) : failed;
    }

    public static Case TellOfMark(Case @case, string words, Moment moment) => @case.Crash is { By.Id: var member }
        ? @case.Tell(Recipient.Of(member), PostKind.TrackerRefused, moment.Now, words)
        : @case;

    private static Case Mark(Case @case, Moment moment) => moment.Squad.Channels.Topics
        ? @case.Owe(new Duty("crash-mark", DutyKind.MarkCrash, moment.Now))
        : @case;
}
