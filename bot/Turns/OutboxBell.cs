using System.Threading.Channels;

namespace Hausmeister.Bot.Turns;

/// <summary>Rings for a conversation whose committed replies the outbox is to send now, so that whoever left them need not wait for the channel.</summary>
internal sealed class OutboxBell
{
    private readonly Channel<string> rings = Channel.CreateUnbounded<string>();

    /// <param name="document">The key of the conversation's document.</param>
    public void Ring(string document) => rings.Writer.TryWrite(document);

    public IAsyncEnumerable<string> RingsAsync(CancellationToken cancellationToken) => rings.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Those that nobody has heard yet.</summary>
    public IEnumerable<string> Rung()
    {
        while (rings.Reader.TryRead(out var document))
            yield return document;
    }
}
