using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Integrations.Airflow.Recordings;

/// <summary>Times as Airflow writes them: <c>2026-11-22T21:38:26.824740Z</c> on 3, <c>2026-11-22T21:38:26.824740+00:00</c> on 2.</summary>
internal static class RecordedTime
{
    private static readonly OffsetDateTimePattern Pattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFo<Z+HH:mm>");

    /// <summary>Null where the text is no time.</summary>
    public static Instant? Parse(string text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _, 'T', ..] && Pattern.Parse(text) is { Success: true, Value: var time } ? time.ToInstant() : null;

    /// <param name="like">A time whose zone is written in the same way.</param>
    public static string Write(Instant time, string like) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFF").Format(time) + (like.EndsWith('Z') ? "Z" : "+00:00");
}
