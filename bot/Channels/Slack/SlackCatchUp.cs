using System.Globalization;
using System.Threading.Channels;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// Reads what people wrote in their direct messages while nobody listened: Slack brings a message again for some minutes only. At start, and
/// when Socket Mode is connected again, each direct message of the last weeks is read on from where its conversation stands; what is known
/// is no turn a second time.
/// </summary>
internal sealed partial class SlackCatchUp(
    SlackApi api, SlackPace pace, SlackAdapter adapter, SlackEvents events, IDocumentStore store, IReadOnlyList<Squad> squads,
    [FromKeyedServices(HouseClock.Real)] TimeProvider real, TimeProvider time, ILogger<SlackCatchUp> logger) : BackgroundService
{
    public const string Away = "I was away. This is what I say to what you wrote meanwhile.";

    private const int MostConversations = 1_000;
    private const int MostMessages = 1_000;

    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Somebody may have written without being heard.</summary>
    public void Ring() => rings.Writer.TryWrite(true);

    public async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        foreach (var document in await ConversationsAsync(cancellationToken))
        {
            try
            {
                await ReadAsync(document, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Log.NotRead(logger, e.Message);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ring();
        await foreach (var _ in rings.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await ReadAllAsync(stoppingToken);
            }
            catch (StorageException e)
            {
                Log.NotRead(logger, e.Message);
            }
        }
    }

    /// <summary>The documents of direct messages that were used in this month or the last one.</summary>
    private async Task<IReadOnlyList<string>> ConversationsAsync(CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        List<string> found = [];
        foreach (var squad in squads)
            foreach (var month in new[] { now, now.InUtc().LocalDateTime.PlusMonths(-1).InUtc().ToInstant() })
                found.AddRange((await store.ListAsync(Keys.Used(squad.Id, month, ""), MostConversations, cancellationToken)).Select(entry => Keys.OfUsed(entry.Key)));
        return [.. found.Where(document => Keys.PlaceOf(document).StartsWith($"{KnownChannels.Slack}/D", StringComparison.Ordinal)).Distinct()];
    }

    private async Task ReadAsync(string document, CancellationToken cancellationToken)
    {
        if (await new Work(store).LoadAsync(TurnDocuments.Conversation, document, cancellationToken) is not { } conversation || LastTs(conversation) is not { } last)
            return;
        var (channel, person) = (Keys.LastPart(Keys.PlaceOf(document)), Keys.LastPart(document));
        var missed = (await SinceAsync(channel, last, cancellationToken)).Where(message => message.User == person && IsWorthAnswering(message)).ToList();
        if (missed.Count == 0)
            return;
        Log.Missed(logger, missed.Count);
        await adapter.SayAsync(channel, Away, cancellationToken);
        foreach (var message in missed)
            await events.TakeMissedAsync(message with { Channel = channel }, cancellationToken);
    }

    /// <summary>The messages after the one of this time, oldest first.</summary>
    private async Task<IEnumerable<SlackEvent>> SinceAsync(string channel, string ts, CancellationToken cancellationToken)
    {
        List<SlackEvent> messages = [];
        string? cursor = null;
        do
        {
            var from = cursor;
            var page = await pace.ChangeAsync(channel, token => api.HistoryAsync(channel, ts, from, token), cancellationToken);
            messages.AddRange(page.Messages);
            cursor = page.Next;
        }
        while (cursor is not null && messages.Count < MostMessages);
        messages.Reverse();
        return messages;
    }

    /// <summary>When the person was heard last, by Slack's clock: a message's id has its time, and so has a tap's.</summary>
    private static string? LastTs(ConversationDocument conversation) => conversation.Recent
        .Select(id => SlackPlaces.MessageOf(id)?.Ts ?? id.Split(':')[0])
        .Where(ts => SecondsOf(ts) is not null)
        .MaxBy(SecondsOf);

    private bool IsWorthAnswering(SlackEvent message) =>
        SecondsOf(message.Ts) is { } seconds && real.GetUtcNow().ToUnixTimeSeconds() - seconds <= (decimal)Outbox.OldestWorthSending.TotalSeconds;

    private static decimal? SecondsOf(string? ts) =>
        SlackPlaces.IsTs(ts) && decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} messages were written to us in Slack while nobody listened; they are answered now")]
        public static partial void Missed(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "What was written to us in Slack while nobody listened could not be read: {Reason}")]
        public static partial void NotRead(ILogger logger, string reason);
    }
}
