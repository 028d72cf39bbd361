using Hausmeister.Domain.Ports;

namespace Hausmeister.Domain.Pipeline;

/// <summary>What was read of a day's run.</summary>
/// <param name="Reading">Null where the day has no run yet.</param>
public sealed record Sight(DagLook Look, RunReading? Reading)
{
    public bool IsRecording { get; init; }

    /// <summary>The run's page.</summary>
    public Uri? Page { get; init; }

    /// <summary>Where it was asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Upstream { get; init; }

    /// <summary>Where it was asked for.</summary>
    public IReadOnlyList<StageUsual>? Usual { get; init; }

    /// <summary>The open issues about what has failed just now, by stage.</summary>
    public IReadOnlyDictionary<string, SameNode> Same { get; init; } = new Dictionary<string, SameNode>();
}
