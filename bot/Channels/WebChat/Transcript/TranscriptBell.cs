using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Hausmeister.Bot.Channels.WebChat.Transcript;

/// <summary>
/// Rings when a transcript has grown. It carries no rows: whoever listens reads on from where they are, so rows come in their
/// order and once, however the commits overtake each other.
/// </summary>
internal sealed class TranscriptBell
{
    private readonly ConcurrentDictionary<Listener, string> listeners = new();

    public void Ring(string stream)
    {
        foreach (var (listener, heard) in listeners)
            if (heard == stream)
                listener.Ring();
    }

    /// <summary>Hears every ring from now on; disposing it ends that.</summary>
    public Listener Listen(string stream)
    {
        var listener = new Listener(this);
        listeners[listener] = stream;
        return listener;
    }

    internal sealed class Listener(TranscriptBell bell) : IDisposable
    {
        // One that has not been heard yet stands for all that follow.
        private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public void Ring() => rings.Writer.TryWrite(true);

        public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => rings.Reader.ReadAsync(cancellationToken);

        public void Dispose() => bell.listeners.TryRemove(this, out _);
    }
}
