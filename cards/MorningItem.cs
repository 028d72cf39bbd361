using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>Something that waited for work hours.</summary>
public abstract record MorningItem
{
    private MorningItem(Case @case) => Case = @case;

    public Case Case { get; }

    /// <summary>An hour without news.</summary>
    public sealed record Progress(Case Waited) : MorningItem(Waited);

    /// <summary>A guest asked.</summary>
    public sealed record Guest(Case Waited) : MorningItem(Waited);
}
