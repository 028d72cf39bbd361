using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>A shift, or a part of one, that a member offers to others. The first who accepts has it.</summary>
public sealed record Offer : Owing
{
    /// <summary>A number, unique in the squad.</summary>
    public required string Id { get; init; }

    public required OfferKind Kind { get; init; }

    /// <summary>Who offers it: its holder, or a lead for them.</summary>
    public required Person By { get; init; }

    /// <summary>Whose shift it is.</summary>
    public required string For { get; init; }

    public required DutyRole Role { get; init; }

    public required Instant From { get; init; }

    public required Instant To { get; init; }

    /// <summary>Who may accept.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    public IReadOnlyList<string> Cant { get; init; } = [];

    public Taken? Taken { get; init; }

    /// <summary>When it ended and nobody had taken it.</summary>
    public Instant? EndedAt { get; init; }

    public bool IsOpen => Taken is null && EndedAt is null;
}

public enum OfferKind
{
    /// <summary>For another shift of the same kind.</summary>
    Swap,

    Cover,

    /// <summary>Level 2 holds it meanwhile.</summary>
    Ill,
}

/// <param name="By">The member themselves, or whoever appointed them.</param>
/// <param name="Back">The shift that goes back; null where none does.</param>
public sealed record Taken(string Member, Person By, Instant At, Span? Back = null);

/// <summary>[From, To)</summary>
public sealed record Span(Instant From, Instant To);
