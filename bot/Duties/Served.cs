using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>What becomes of a wake-up.</summary>
internal abstract record Served
{
    private Served()
    {
    }

    /// <summary>It does not come again.</summary>
    public static Served Done { get; } = new DoneForGood();

    /// <summary>It found nothing to do yet and keeps its age: it comes again when its lease ends.</summary>
    public static Served TooEarly { get; } = new KeptForLater();

    public static Served Again(Instant at) => new PutBack(at);

    public sealed record PutBack(Instant Due) : Served;

    private sealed record DoneForGood : Served;

    private sealed record KeptForLater : Served;
}
