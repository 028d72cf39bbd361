using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;

namespace Hausmeister.Bot.Duties;

/// <summary>What becomes of a hand-off's message that reached nobody: it comes again, and meanwhile the guild hears whom it is for.</summary>
internal static class HandOffFailures
{
    public static HandOff Of(HandOff handOff, Duty duty, UnreachableException error, Moment moment)
    {
        var failed = MessageFailures.Of(handOff, duty, error, moment, handOff.Level2?.Member, moment.HelpFor(handOff.To), handOff.From);
        if (duty is { Attempts: 0, Message: PostKind.Readiness })
            return Preparation.Tell(failed, moment.Now, moment);
        var isFirst = duty is { Attempts: 0, Message: PostKind.HandOff, To.Member: { } member } && member == handOff.To;
        return isFirst ? failed.Tell(Recipient.Guild, PostKind.HandOffUnreached, moment.Now) : failed;
    }
}
