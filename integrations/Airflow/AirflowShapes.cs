using System.Text.Json;
using System.Text.Json.Serialization;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Integrations.Airflow;

// What is sent and read, of both versions: a member that only one of them has is null with the other.
internal sealed record TokenRequest(string Username, string Password);

internal sealed record TokenAnswer
{
    public required string AccessToken { get; init; }
}

internal sealed record VersionAnswer
{
    public required string Version { get; init; }
}

internal sealed record DagAnswer
{
    public required bool? IsPaused { get; init; }

    /// <summary>Airflow 2.</summary>
    public DateTimeOffset? NextDagrunCreateAfter { get; init; }

    /// <summary>Airflow 3.</summary>
    public DateTimeOffset? NextDagrunRunAfter { get; init; }

    public Instant? NextDue => (NextDagrunRunAfter ?? NextDagrunCreateAfter).ToInstant();
}

internal sealed record RunsAnswer
{
    public required IReadOnlyList<RunAnswer> DagRuns { get; init; }

    public required int TotalEntries { get; init; }
}

internal sealed record RunAnswer
{
    public required string DagRunId { get; init; }

    public required string RunType { get; init; }

    public required string State { get; init; }

    public DateTimeOffset? StartDate { get; init; }

    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Airflow 3.</summary>
    public DateTimeOffset? RunAfter { get; init; }

    public DateTimeOffset? DataIntervalEnd { get; init; }

    public DateTimeOffset? LogicalDate { get; init; }

    /// <exception cref="JsonException">Nothing says when it was due.</exception>
    public PipelineRun ToRun() => new(DagRunId, Due, Progress, StartDate.ToInstant(), EndDate.ToInstant());

    // Runs that an Airflow before 2.2 made have no data interval.
    private Instant Due => (RunAfter ?? DataIntervalEnd ?? LogicalDate).ToInstant() ?? throw new JsonException("A run that is never due.");

    private RunState Progress => State switch
    {
        "queued" => RunState.Queued,
        "success" => RunState.Success,
        "failed" => RunState.Failed,
        _ => RunState.Running,
    };
}

internal sealed record TasksAnswer
{
    public required IReadOnlyList<TaskAnswer> Tasks { get; init; }
}

internal sealed record TaskAnswer
{
    public required string TaskId { get; init; }

    public required IReadOnlyList<string> DownstreamTaskIds { get; init; }
}

internal sealed record TaskListRequest(IReadOnlyList<string> DagIds, IReadOnlyList<string> DagRunIds, int PageLimit, int? PageOffset);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(VersionAnswer))]
[JsonSerializable(typeof(DagAnswer))]
[JsonSerializable(typeof(RunsAnswer))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(TasksAnswer))]
[JsonSerializable(typeof(TaskListRequest))]
internal sealed partial class AirflowJson : JsonSerializerContext;

internal static class AirflowShapes
{
    /// <exception cref="JsonException">The answer was the word <c>null</c>.</exception>
    public static T OrShape<T>(this T? answer)
        where T : class => answer ?? throw new JsonException("Nothing.");

    public static Instant? ToInstant(this DateTimeOffset? time) => time is { } known ? Instant.FromDateTimeOffset(known) : null;
}
