using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Deletes what was kept long enough, once a day, in small commits. Where a day leaves much, it goes on at the calendar's next look.</summary>
/// <param name="taps">Null where the bot is not in Slack.</param>
internal sealed partial class RetentionRound(OldCases cases, OldConversations conversations, ILogger<RetentionRound> logger, OldTaps? taps = null)
{
    /// <summary>Of each kind, so that a look stays short.</summary>
    public const int MostAtOnce = 100;

    public const int MostLookedAt = 1_000;

    /// <summary>The calendar with the next time; the same one while that has not come.</summary>
    public async Task<SquadCalendar> RunAsync(SquadCalendar calendar, Moment moment, CancellationToken cancellationToken)
    {
        if (moment.Squad.Retention is null || calendar.RetentionNext > moment.Now)
            return calendar;
        try
        {
            var ended = await cases.DeleteAsync(moment, cancellationToken);
            await cases.DeleteHandOffsAsync(moment, cancellationToken);
            await cases.DeletePipelineDaysAsync(moment, cancellationToken);
            var unused = await conversations.DeleteAsync(moment, cancellationToken);
            var untapped = taps is null ? 0 : await taps.DeleteAsync(moment.Now, cancellationToken);
            Log.Deleted(logger, moment.Squad.Id, ended, unused);
            return ended == MostAtOnce || unused == MostAtOnce || untapped == MostAtOnce ? calendar : calendar with { RetentionNext = Retention.Next(moment) };
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The calendar's other duties do not wait for it, and it is tried again at the next look.
            Log.Failed(logger, error, moment.Squad.Id);
            return calendar;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Retention of {Squad}: {Cases} cases and {Conversations} conversations were deleted")]
        public static partial void Deleted(ILogger logger, string squad, int cases, int conversations);

        [LoggerMessage(LogLevel.Error, "The retention of {Squad} failed and comes again")]
        public static partial void Failed(ILogger logger, Exception error, string squad);
    }
}
