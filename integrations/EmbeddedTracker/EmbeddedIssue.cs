using System.Text.Json;
using System.Text.Json.Serialization;
using Hausmeister.Domain.Ports;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Hausmeister.Integrations.EmbeddedTracker;

/// <summary>An issue of the embedded tracker with all that was said about it; one document.</summary>
public sealed record EmbeddedIssue
{
    public int V { get; init; } = 1;

    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Markdown, as it came.</summary>
    public required string Body { get; init; }

    public bool Open { get; init; } = true;

    public IReadOnlyList<string> Labels { get; init; } = [];

    public string? Assignee { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant UpdatedAt { get; init; }

    public Instant? ClosedAt { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<EmbeddedComment> Comments { get; init; } = [];

    public IReadOnlyList<EmbeddedAssignment> Assignments { get; init; } = [];

    /// <summary>Whether it bears all of the labels; upper and lower case are the same, as in GitHub.</summary>
    public bool Bears(IEnumerable<string> labels) => labels.All(l => Labels.Contains(l, StringComparer.OrdinalIgnoreCase));
}

public sealed record EmbeddedComment(Instant At, string By, string Body);

public sealed record EmbeddedAssignment(Instant At, string To);

/// <summary>The last number that a repository gave out.</summary>
internal sealed record EmbeddedCounter(int Last)
{
    public int V { get; init; } = 1;
}

[JsonSerializable(typeof(EmbeddedIssue))]
[JsonSerializable(typeof(EmbeddedCounter))]
internal sealed partial class EmbeddedJson : JsonSerializerContext
{
    public static readonly EmbeddedJson Of = new(new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb));

    public static EmbeddedIssue Issue(StoredDocument document) => JsonSerializer.Deserialize(document.Body.Span, Of.EmbeddedIssue)!;

    public static EmbeddedCounter Counter(StoredDocument? document) =>
        document is null ? new(0) : JsonSerializer.Deserialize(document.Body.Span, Of.EmbeddedCounter)!;
}
