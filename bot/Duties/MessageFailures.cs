using Hausmeister.Domain.Cases;

namespace Hausmeister.Bot.Duties;

/// <summary>What becomes of a message that did not reach everybody: it comes again, and somebody who can act hears of it.</summary>
internal static class MessageFailures
{
    /// <summary>After that many failures in a row a person is told.</summary>
    private const int Patience = 3;

    public static Case Of(Case @case, Duty duty, UnreachableException error, Moment moment)
    {
        var failed = error.Reached.Aggregate(@case, (current, post) => current.Posted(post with { Text = duty.Text })).Postpone(duty.Id, moment.Now, null);
        return failed.Duties.Any(d => d.Id == duty.Id && d.Attempts == Patience) && WhoHears(@case, duty, moment) is { } member
            ? failed.Tell(Recipient.Of(member), PostKind.TrackerRefused, moment.Now, $"{error.Message} I keep trying.")
            : failed;
    }

    /// <summary>Not whoever cannot be reached, and nobody where this was itself such a word.</summary>
    private static string? WhoHears(Case @case, Duty duty, Moment moment) => duty is { Kind: DutyKind.Tell, Message: not PostKind.TrackerRefused }
        ? new[] { @case.TriagedBy, @case.Owner, moment.OnDuty }.FirstOrDefault(member => member is not null && member != duty.To?.Member)
        : null;
}
