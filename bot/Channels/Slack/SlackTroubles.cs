using System.Collections.Concurrent;
using System.Threading.Channels;
using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Channels;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// What does not work in Slack until somebody acts, told to people once, and once more when it works again. A call of Slack's only leaves word
/// of how it went; what Slack tells itself is committed before Slack is answered.
/// </summary>
internal sealed partial class SlackTroubles(ChannelReports reports, TimeProvider time, ILogger<SlackTroubles> logger) : BackgroundService
{
    private const string Slack = KnownChannels.Slack;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<ChannelTroubleKind, bool> known = new();
    private readonly Channel<(ChannelTroubleKind Kind, string? Why)> seen = Channel.CreateUnbounded<(ChannelTroubleKind, string?)>(new UnboundedChannelOptions { SingleReader = true });

    /// <param name="kind">Of the two that concern all of Slack.</param>
    /// <param name="why">The end of a sentence, with its full stop; null: it works.</param>
    /// <returns>Whether that is news.</returns>
    public bool See(ChannelTroubleKind kind, string? why)
    {
        if (known.TryGetValue(kind, out var worked) && worked == why is null)
            return false;
        known[kind] = why is null;
        seen.Writer.TryWrite((kind, why));
        return true;
    }

    /// <summary>The app was taken out of the workspace, or its token ended.</summary>
    public Task EndedAsync(string why, CancellationToken cancellationToken)
    {
        known[ChannelTroubleKind.Token] = false;
        return WriteAsync(ChannelTroubleKind.Token, why, cancellationToken);
    }

    /// <param name="what">As <c>is archived</c>; null: it is there again.</param>
    public Task RoomAsync(string room, string? what, CancellationToken cancellationToken) => reports.ChangeAsync(
        squad => squad.Channels.Has(Slack, room),
        Slack,
        (book, moment) => what is null
            ? ChannelRules.End(book, ChannelTroubleKind.Room, room, words: null, moment)
            : ChannelRules.Begin(book, new(ChannelTroubleKind.Room, room, ChannelWords.RoomGone(moment.Squad, Slack, room, what)), moment),
        cancellationToken);

    /// <param name="why">The end of a sentence, with its full stop; null: the account works.</param>
    public Task AccountAsync(string account, string? why, CancellationToken cancellationToken) => reports.ChangeAsync(
        squad => squad.FindByAccount(Slack, account) is not null,
        Slack,
        (book, moment) => moment.Squad.FindByAccount(Slack, account)! switch
        {
            _ when why is null => ChannelRules.End(book, ChannelTroubleKind.Account, account, words: null, moment),
            var member => ChannelRules.Begin(book, new(ChannelTroubleKind.Account, account, ChannelWords.AccountGone(member.Name, Slack, why)), moment),
        },
        cancellationToken);

    /// <summary>Takes down what calls have left word of.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (seen.Reader.TryPeek(out var word))
        {
            await WriteAsync(word.Kind, word.Why, cancellationToken);
            seen.Reader.TryRead(out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await seen.Reader.WaitToReadAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (StorageException e)
            {
                Log.NotWritten(logger, e);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private Task WriteAsync(ChannelTroubleKind kind, string? why, CancellationToken cancellationToken) => reports.ChangeAsync(
        IsInSlack,
        Slack,
        (book, moment) => (kind, why) switch
        {
            (ChannelTroubleKind.Token, null) => ChannelRules.End(book, kind, "", ChannelWords.AreWrittenToAgain(Slack), moment),
            (ChannelTroubleKind.Token, _) => ChannelRules.Begin(book, new(kind, "", ChannelWords.NobodyWrittenTo(Slack, why)), moment),
            (_, null) => ChannelRules.End(book, kind, "", ChannelWords.IsHeardAgain(Slack), moment),
            _ => ChannelRules.Begin(book, new(kind, "", ChannelWords.NobodyHeard(Slack, why)), moment),
        },
        cancellationToken);

    private static bool IsInSlack(Squad squad) => squad.Members.Any(m => m.Accounts.ContainsKey(Slack))
        || squad.Channels.Announcements.ContainsKey(Slack) || squad.Channels.Guild.ContainsKey(Slack) || squad.Channels.Help.ContainsKey(Slack) || squad.Channels.Crash.ContainsKey(Slack);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "That Slack does not work, or works again, could not be stored and is told later")]
        public static partial void NotWritten(ILogger logger, Exception exception);
    }
}
