namespace Hausmeister.Bot.Hosting;

/// <summary>The only clock. In Development it may run beside the real one; its distance belongs to the data and is set once, before anything is served.</summary>
internal sealed class HouseClock : TimeProvider
{
    /// <summary>How far this clock is ahead of the real one; negative: behind.</summary>
    public TimeSpan Offset { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
}
