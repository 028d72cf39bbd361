using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Channels;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Text;
using NodaTime;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// Does what Slack was told is taken and was left behind: the process ended, or the work failed. What was done all the same is found done, as
/// everything of Slack's has one id. One person's things are done in their order.
/// </summary>
internal sealed partial class SlackLateRunner(
    SlackInbox inbox, SlackPatience patience, SlackAskers askers, IDocumentStore store, ChannelReports reports, ILogger<SlackLateRunner> logger) : ILateRunner
{
    /// <summary>Within minutes, as whoever did it still waits: then they hear that it was in vain.</summary>
    public const int MostTries = 5;

    public string Channel => KnownChannels.Slack;

    public async Task<Served> RunAsync(WakeUp wakeUp, Instant now, CancellationToken cancellationToken)
    {
        var key = wakeUp.Document;
        if (patience.IsInHand(key))
            return Served.Again(now + SlackLate.Pause);
        var work = new Work(store);
        if (await work.LoadAsync(SlackDocuments.Late, key, cancellationToken) is not { } late)
            return Served.Done;
        if (await IsBehindAnotherAsync(late, cancellationToken))
            return Served.Again(now + SlackLate.Pause);
        if (await IsDoneAsync(late))
            work.Delete(key);
        else if (late.Tries + 1 < MostTries)
            work.Save(SlackDocuments.Late, key, late with { Tries = late.Tries + 1, Next = now + SlackLate.Pause });
        else
            await GiveUpAsync(work, late, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return Served.Done;
    }

    private async Task<bool> IsBehindAnotherAsync(SlackLate late, CancellationToken cancellationToken) =>
        late.Person is { } person && (await store.ListAsync(Keys.Late(Channel, person), 1, cancellationToken)) is [{ Key: var first }] && first != late.Key;

    private async Task<bool> IsDoneAsync(SlackLate late)
    {
        try
        {
            var reply = await inbox.TakeAsync(late.Kind, late.Body);
            if (!reply.IsDone)
                Log.NotDone(logger, late.Kind, reply.Words);
            return reply.IsDone;
        }
        catch (Exception e)
        {
            Log.Failed(logger, e, late.Kind);
            return false;
        }
    }

    /// <summary>Told before it is deleted: twice is better than never.</summary>
    private async Task GiveUpAsync(Work work, SlackLate late, CancellationToken cancellationToken)
    {
        Log.GivenUp(logger, late.Kind, MostTries);
        if (late.Person is { } person && askers.Of(person, null) is { Squads: [var squad, ..] } sender)
            await reports.ChangeAsync(
                s => s.Id == squad.Id,
                Channel,
                (book, moment) => ChannelRules.NotSaid(book, sender.In(squad), ChannelWords.NotDone(Channel, SquadTime.ClockOrDay(squad, late.At, moment.Now)), moment),
                cancellationToken);
        work.Delete(late.Key);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Something of Slack's ({Kind}) that was left behind is not done and is tried again: {Reason}")]
        public static partial void NotDone(ILogger logger, SlackKind kind, string? reason);

        [LoggerMessage(2, LogLevel.Error, "Something of Slack's ({Kind}) that was left behind failed and is tried again")]
        public static partial void Failed(ILogger logger, Exception exception, SlackKind kind);

        [LoggerMessage(3, LogLevel.Error, "Something of Slack's ({Kind}) was tried {Times} times in vain and is given up")]
        public static partial void GivenUp(ILogger logger, SlackKind kind, int times);
    }
}
