using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Hausmeister.Integrations.Airflow.Recordings;

/// <summary>What one real Airflow answered; README.md beside this says how it came about.</summary>
internal sealed class Recording
{
    private static readonly Lazy<Recording> Two = new(() => new("2.11.2"));
    private static readonly Lazy<Recording> Three = new(() => new("3.3.2"));

    private readonly Dictionary<string, Exchange> exchanges = [];
    private readonly Dictionary<string, RecordedMoment> moments;

    private Recording(string version)
    {
        using var zip = new ZipArchive(typeof(Recording).Assembly.GetManifestResourceStream($"airflow-{version}.zip")!);
        foreach (var entry in zip.Entries) exchanges.Add(entry.FullName[..^".json".Length], Exchange.Read(entry));
        moments = exchanges.Keys.Select(name => name.Split('/')).Where(parts => parts is ["states", _, "run"])
            .ToDictionary(parts => parts[1], parts => new RecordedMoment(this["states/" + parts[1] + "/run"], Pages(parts[1])));
    }

    public IEnumerable<string> Names => exchanges.Keys;

    /// <param name="name">As <c>errors/unknown-run</c>.</param>
    public Exchange this[string name] => exchanges[name];

    public static Recording Of(AirflowVersion version) => (version == AirflowVersion.Two ? Two : Three).Value;

    /// <param name="name">As <c>06-finance-running</c>; null: this version has no such moment.</param>
    public RecordedMoment? Moment(string name) => moments.GetValueOrDefault(name);

    /// <summary>The task instances of a moment as they were read.</summary>
    public IReadOnlyList<Exchange> Pages(string moment) =>
        [.. Enumerable.Range(1, 9).Select(page => exchanges.GetValueOrDefault($"states/{moment}/task-instances-{page}")).OfType<Exchange>()];
}

/// <param name="Body">JSON or a page, as its type says.</param>
internal sealed record Exchange(string Path, int Status, string Type, byte[] Body)
{
    public static Exchange Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var json = JsonDocument.Parse(stream);
        var response = json.RootElement.GetProperty("response");
        var body = response.GetProperty("body");
        return new(
            json.RootElement.GetProperty("request").GetProperty("path").GetString()!,
            response.GetProperty("status").GetInt32(),
            response.GetProperty("headers").GetProperty("content-type").GetString()!,
            Encoding.UTF8.GetBytes(body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText()));
    }

    public JsonElement Json()
    {
        using var json = JsonDocument.Parse(Body);
        return json.RootElement.Clone();
    }
}
