using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Duties;

/// <summary>The mark in front of the crash channel's topic, by what is open of all squads that share the channel.</summary>
internal sealed partial class CrashTopicEffects(RoomTopics topics, CaseCommits cases, IReadOnlyList<Squad> squads, ILogger<CrashTopicEffects> logger)
{
    public async Task<Func<Case, Case>> MarkAsync(Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = TopicOutcome.Done;
            foreach (var (channel, room) in moment.Squad.Channels.Crash)
                if (await MarkAsync(channel, room, moment, cancellationToken) == TopicOutcome.Full)
                    outcome = TopicOutcome.Full;
            return c => outcome == TopicOutcome.Done
                ? c.SettleClaimed(duty)
                : CrashRules.TellOfMark(c.SettleClaimed(duty), "The crash channel's topic has no room left for its mark. Shorten it and put the mark there yourself.", moment);
        }
        catch (TopicRefusedException refused)
        {
            Log.Refused(logger, refused, refused.Room);
            return c => CrashRules.MarkFailed(c, duty, $"The mark in the crash channel's topic is not true: {refused.Message} I keep trying.", moment);
        }
    }

    private Task<TopicOutcome> MarkAsync(string channel, string room, Moment moment, CancellationToken cancellationToken) => topics.ChangeAsync(
        Keys.Place(channel, room),
        async (topic, longest) => CrashTopic.With(await IsAnyOpenAsync(channel, room, moment, cancellationToken), topic, longest),
        cancellationToken);

    private async Task<bool> IsAnyOpenAsync(string channel, string room, Moment moment, CancellationToken cancellationToken)
    {
        foreach (var squad in squads.Where(s => s.Channels.Crash.GetValueOrDefault(channel) == room))
            if ((await cases.OpenAsync(moment with { Squad = squad }, cancellationToken)).Any(CrashRules.IsTold))
                return true;
        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The mark in the topic of {Room} was not set and comes again")]
        public static partial void Refused(ILogger logger, Exception error, string room);
    }
}
