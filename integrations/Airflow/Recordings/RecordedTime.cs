using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Integrations.Airflow.Recordings;

/// <summary>Times as Airflow writes them: <c>2026-11-22T21:38:26.824740Z</c> on 3, <c>2026-11-22T21:38:26.824740+00:00</c> on 2.</summary>
internal static class RecordedTime
{
    private static readonly InstantPattern WithoutZone = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFF");

    /// <summary>Null where it is no time.</summary>
    public static Instant? Of(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? Instant.FromDateTimeOffset(time) : null;

    /// <param name="like">A time whose zone is written in the same way.</param>
    public static string Write(Instant time, string like) => WithoutZone.Format(time) + (like.EndsWith('Z') ? "Z" : "+00:00");
}
