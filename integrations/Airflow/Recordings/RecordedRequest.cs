using System.Globalization;
using System.Text.Json;

namespace Hausmeister.Integrations.Airflow.Recordings;

/// <summary>What is asked of a recorded Airflow.</summary>
/// <param name="body">Undefined where there is none.</param>
internal sealed class RecordedRequest(Uri address, JsonElement body)
{
    // Airflow's own default.
    private const int DefaultLimit = 100;

    public string Path => address.AbsolutePath;

    public int Limit => Number("page_limit") ?? Number(Query("limit")) ?? DefaultLimit;

    public int Offset => Number("page_offset") ?? Number(Query("offset")) ?? 0;

    public string[] Query(string name) => [.. address.Query.TrimStart('?').Split('&')
        .Where(part => part.StartsWith(name + "=", StringComparison.Ordinal)).Select(part => Uri.UnescapeDataString(part[(name.Length + 1)..]))];

    public string? Text(string member) => Member(member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public IEnumerable<string> Texts(string member) => Member(member) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(item => item.GetString()!) : [];

    private int? Number(string member) => Member(member) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static int? Number(string[] query) => query is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private JsonElement? Member(string name) => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var member) ? member : null;
}
