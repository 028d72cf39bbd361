using NodaTime;

namespace Hausmeister.Domain.Documents;

/// <summary>A document that owes something by an instant, so that its save schedules a wake-up.</summary>
public interface IOwing
{
    int Revision { get; }

    /// <summary>When the earliest of its duties has to be looked at; null: it owes nothing.</summary>
    Instant? NextDue { get; }
}
