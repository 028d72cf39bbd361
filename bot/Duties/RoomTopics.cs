using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;

namespace Hausmeister.Bot.Duties;

/// <summary>What became of a topic.</summary>
internal enum TopicOutcome
{
    /// <summary>It says what it should, or the room has none.</summary>
    Done,

    /// <summary>There is no room in it.</summary>
    Full,
}

/// <summary>Changes topics, whatever the channel: reads what stands there, and writes only what differs.</summary>
internal sealed class RoomTopics(IEnumerable<IRoomTopics> channels, KeyedLocks locks)
{
    public bool Has(string channel) => channels.Any(c => c.Channel == channel);

    /// <param name="place">The room's conversation, by its key.</param>
    /// <param name="change">
    /// From the topic and the longest that it may be to the one that it should be; null where there is no room. What it looks at stays true
    /// until the topic is set: nobody else here changes the same topic meanwhile.
    /// </param>
    /// <exception cref="TopicRefusedException">The channel does not do it now.</exception>
    public async Task<TopicOutcome> ChangeAsync(string place, Func<string, int, Task<string?>> change, CancellationToken cancellationToken)
    {
        var parts = place.Split('/');
        if (channels.FirstOrDefault(c => c.Channel == Keys.Decoded(parts[0])) is not { } channel)
            return TopicOutcome.Done;
        using var alone = await locks.TakeAsync($"topic/{place}", cancellationToken);
        var room = Keys.Decoded(parts[1]);
        try
        {
            return await ChangeAsync(channel, room, change, cancellationToken);
        }
        catch (Exception error) when (error is ChannelRefusedException or HttpRequestException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new TopicRefusedException(room, error is ChannelRefusedException ? error.Message : "it does not answer.", error);
        }
    }

    private static async Task<TopicOutcome> ChangeAsync(IRoomTopics channel, string room, Func<string, int, Task<string?>> change, CancellationToken cancellationToken)
    {
        var present = await channel.ReadAsync(room, cancellationToken);
        if (await change(present, channel.Longest) is not { } wanted)
            return TopicOutcome.Full;
        return wanted == present || await channel.SetAsync(room, wanted, cancellationToken) ? TopicOutcome.Done : TopicOutcome.Full;
    }
}

/// <summary>A topic was not changed; the message says why, as the end of a sentence for people, with its full stop.</summary>
internal sealed class TopicRefusedException(string room, string message, Exception inner) : Exception(message, inner)
{
    public string Room => room;
}
