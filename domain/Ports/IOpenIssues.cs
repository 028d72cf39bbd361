using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Ports;

/// <summary>The squad's open issues within a turn's patience: what the tracker says within 2 seconds, else what it said last.</summary>
public interface IOpenIssues
{
    /// <summary>Never throws because of the tracker.</summary>
    Task<OpenIssues> ListAsync(Squad squad, CancellationToken cancellationToken);
}

/// <param name="AsOf">When the tracker said so; null if it has never answered.</param>
/// <param name="Trouble">Why it did not answer now, as one sentence; null if it did.</param>
public sealed record OpenIssues(IReadOnlyList<TrackedIssue> Issues, Instant? AsOf, string? Trouble);
