using System.Threading.Channels;

namespace Hausmeister.Bot.Duties;

/// <summary>Rings when something was committed that may be due at once, so that nobody waits for the next look.</summary>
internal sealed class DutyBell
{
    // One that has not been heard yet stands for all that follow.
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Until it rings, or for the longest time.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(rings.Reader.WaitToReadAsync(ended.Token).AsTask(), Task.Delay(longest, time, ended.Token));
        await ended.CancelAsync();
        rings.Reader.TryRead(out _);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
