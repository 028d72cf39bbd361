using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Bot.Duties;

/// <summary>What becomes of a message that did not reach everybody: it comes again, and somebody who can act hears of it.</summary>
internal static class MessageFailures
{
    /// <summary>After that many failures in a row a person is told.</summary>
    private const int Patience = 3;

    /// <param name="hearers">Who may hear of it, the nearest first; not whoever cannot be reached.</param>
    public static T Of<T>(T document, Duty duty, UnreachableException error, Moment moment, params ReadOnlySpan<string?> hearers)
        where T : Owing
    {
        var failed = error.Reached.Aggregate(document, (current, post) => current.Posted(post with { Text = duty.Text })).Postpone(duty.Id, moment.Now, null);
        return failed.Duties.Any(d => d.Id == duty.Id && d.Attempts == Patience) && WhoHears(duty, hearers) is { } member
            ? failed.Tell(Recipient.Of(member), PostKind.TrackerRefused, moment.Now, $"{error.Message} I keep trying.")
            : failed;
    }

    /// <summary>Nobody where this was itself such a word.</summary>
    private static string? WhoHears(Duty duty, ReadOnlySpan<string?> hearers)
    {
        if (duty is { Kind: DutyKind.Tell, Message: not PostKind.TrackerRefused })
            foreach (var member in hearers)
                if (member is not null && member != duty.To?.Member)
                    return member;
        return null;
    }
}
