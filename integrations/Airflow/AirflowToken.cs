using System.Buffers.Text;
using System.Text.Json;

namespace Hausmeister.Integrations.Airflow;

/// <param name="EndsAt">By its <c>exp</c> claim; null where it says nothing.</param>
internal sealed record AirflowToken(string Value, DateTimeOffset? EndsAt)
{
    // Long enough for a call that has just begun.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(1);

    public bool IsGoodAt(DateTimeOffset now) => EndsAt is null || now < EndsAt - Before;

    public static AirflowToken Of(string value) => new(value, EndOf(value));

    // Only read, not verified: it is shown to whoever gave it.
    private static DateTimeOffset? EndOf(string value)
    {
        try
        {
            if (value.Split('.') is not [_, var claims, _]) return null;
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
            return json.RootElement.TryGetProperty("exp", out var end) ? DateTimeOffset.FromUnixTimeSeconds((long)end.GetDouble()) : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
