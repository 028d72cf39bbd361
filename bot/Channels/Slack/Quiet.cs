namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Anybody can knock, and a flood must not fill the log: one line a minute.</summary>
internal sealed class Quiet(TimeProvider time)
{
    private static readonly long Minute = TimeSpan.FromMinutes(1).Ticks;

    private long told = long.MinValue;

    /// <summary>Whether it may be told now.</summary>
    public bool MaySpeak()
    {
        var now = time.GetUtcNow().Ticks;
        var last = Interlocked.Read(ref told);
        return (last == long.MinValue || now - last >= Minute) && Interlocked.CompareExchange(ref told, now, last) == last;
    }
}
