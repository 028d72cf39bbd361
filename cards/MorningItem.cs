using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Cards;

/// <summary>Something that waited for work hours.</summary>
public abstract record MorningItem
{
    private MorningItem(Case @case) => Case = @case;

    public Case Case { get; }

    /// <param name="kind">What the case is there for: to be asked about, or because it waited.</param>
    public static MorningItem Of(Case @case, PostKind kind) => (kind, @case.Guest) switch
    {
        (PostKind.Progress, _) => new Progress(@case),
        (_, null) => new Given(@case),
        _ => new Guest(@case),
    };

    /// <summary>An hour without news.</summary>
    public sealed record Progress(Case Waited) : MorningItem(Waited);

    /// <summary>A guest asked.</summary>
    public sealed record Guest(Case Waited) : MorningItem(Waited);

    /// <summary>Somebody else triaged what is the reader's.</summary>
    public sealed record Given(Case Waited) : MorningItem(Waited);
}
