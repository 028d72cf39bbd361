using Hausmeister.Domain.Documents;
using NodaTime;

namespace Hausmeister.Domain.Duties;

/// <summary>A squad's document with the duties that it owes and the messages that show it. What becomes of it is decided by pure functions, which return the next one.</summary>
public abstract record Owing : IOwing
{
    public required string Squad { get; init; }

    /// <summary>Counts the saves.</summary>
    public int Revision { get; init; }

    public IReadOnlyList<Duty> Duties { get; init; } = [];

    /// <summary>Messages that show it and are kept up to date.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    public Instant? NextDue => Duties.Count == 0 ? null : Duties.Min(d => d.Wake);
}
