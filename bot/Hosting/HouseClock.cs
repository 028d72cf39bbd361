namespace Hausmeister.Bot.Hosting;

/// <summary>The only clock. In Development it may run beside the real one, and be set forward; its distance belongs to the data.</summary>
/// <param name="real">The machine's clock.</param>
internal sealed class HouseClock([FromKeyedServices(HouseClock.Real)] TimeProvider real) : TimeProvider
{
    /// <summary>The key of the <see cref="TimeProvider"/> for what passes between this process and people's browsers, whatever the house's clock says.</summary>
    public const string Real = "real";

    private long ticks;

    /// <summary>How far this clock is ahead of the real one; negative: behind.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref ticks));
        set => Interlocked.Exchange(ref ticks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;
}
