using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Hausmeister.Integrations.Airflow.Recordings;

/// <summary>
/// Answers as the recorded Airflow would at this moment of the night: a run of the DAG is due each day at 02:00 UTC, and the last ten are there.
/// </summary>
/// <param name="time">Says which night and which moment it is.</param>
/// <param name="dagId">The one DAG that there is; null: whatever is asked for.</param>
/// <param name="plan">How the night of a run goes; null: as <see cref="RecordedNights"/> has it.</param>
internal sealed class RecordedAirflow(
    AirflowVersion version, TimeProvider time, string? dagId = RecordedAirflow.DagId, Func<Instant, IReadOnlyList<(Duration After, string Moment)>>? plan = null) : HttpMessageHandler
{
    public const string DagId = "prod-dagao";
    public const string Username = "hausmeister";
    public const string Password = "secret";

    private const int Nights = 10;

    private readonly Recording recording = Recording.Of(version);
    private readonly string root = version == AirflowVersion.Two ? "/api/v1" : "/api/v2";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? default : await JsonElementAsync(request.Content, cancellationToken);
        return Answer(new(request.RequestUri!, body), request.Headers.Authorization);
    }

    private static async Task<JsonElement> JsonElementAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var json = await JsonDocument.ParseAsync(await content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        return json.RootElement.Clone();
    }

    private HttpResponseMessage Answer(RecordedRequest request, AuthenticationHeaderValue? shown)
    {
        if (request.Path == "/auth/token" && version == AirflowVersion.Three) return AsRecorded(SignIn(request));
        if (!request.Path.StartsWith(root + "/", StringComparison.Ordinal)) return AsRecorded("server/other-api-version");
        if (request.Path == root + "/version") return AsRecorded("server/version");
        return Refused(shown) is { } refusal ? AsRecorded(refusal) : Found(request, [.. request.Path[(root.Length + 1)..].Split('/').Select(Uri.UnescapeDataString)]);
    }

    private static string SignIn(RecordedRequest request) =>
        request.Text("password") is not { } password ? "auth/token-missing-field"
        : (request.Text("username"), password) == (Username, Password) ? "auth/token"
        : "auth/token-wrong-password";

    private string? Refused(AuthenticationHeaderValue? shown) => (version, shown) switch
    {
        (_, null) => "errors/no-credentials",
        (AirflowVersion.Two, { Scheme: "Basic", Parameter: { } basic }) =>
            Encoding.UTF8.GetString(Convert.FromBase64String(basic)) == $"{Username}:{Password}" ? null : "errors/wrong-password",
        (AirflowVersion.Three, { Scheme: "Basic" }) => "errors/basic-on-token",
        (AirflowVersion.Three, { Parameter: var token }) => token == recording["auth/token"].Json().GetProperty("access_token").GetString() ? null : "errors/garbage-token",
        _ => null,
    };

    private HttpResponseMessage Found(RecordedRequest request, string[] path) => path switch
    {
        ["dags", "~", "dagRuns", "~", "taskInstances", "list"] => Tasks(Asked(request), _ => true, request),
        ["dags", var dag, .. var rest] when !Knows(dag) => AsRecorded(rest is ["dagRuns"] ? "errors/unknown-dag" : "errors/unknown-dag-itself"),
        ["dags", _] => Dag(),
        ["dags", _, "tasks"] => AsRecorded("dag/tasks"),
        ["dags", _, "dagRuns"] => Runs(request),
        ["dags", _, "dagRuns", var run] => Night(run) is { } night ? Json(json => night.Write(json, night.Moment.Run)) : AsRecorded("errors/unknown-run"),
        ["dags", _, "dagRuns", var run, "taskInstances"] => Night(run) is { } night && request.Query("task_group_id") is ([] or ["finance"])
            ? Tasks([night], IsOfGroup(request.Query("task_group_id")), request)
            : AsRecorded("errors/unknown-run-task-instances"),
        _ => AsRecorded("server/other-api-version"),
    };

    private IEnumerable<RecordedNight> Asked(RecordedRequest request) =>
        request.Texts("dag_ids").Any(Knows) ? request.Texts("dag_run_ids").Select(Night).OfType<RecordedNight>() : [];

    private bool Knows(string asked) => dagId is null || asked == dagId;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private RecordedNight NightOf(Instant due) => new(recording, due, (plan ?? RecordedNights.Of)(due), Now);

    private IEnumerable<RecordedNight> LastNights() => Enumerable.Range(0, Nights).Select(back => NightOf(RecordedNights.NewestDue(Now) - Duration.FromDays(back)));

    private RecordedNight? Night(string runId) => LastNights().FirstOrDefault(night => night.RunId == runId);

    private HttpResponseMessage Dag() => Json(json => NightOf(RecordedNights.NewestDue(Now)).Write(json, recording["dag/dag"].Json()));

    private HttpResponseMessage Runs(RecordedRequest request)
    {
        var types = request.Query("run_type");
        RecordedNight[] nights = types.Length == 0 || types.Contains("scheduled") ? [.. LastNights()] : [];
        return List("dag_runs", nights.Length, json =>
        {
            foreach (var night in nights.Skip(request.Offset).Take(request.Limit)) night.Write(json, night.Moment.Run);
        });
    }

    private static Func<JsonElement, bool> IsOfGroup(string[] asked) =>
        row => asked is not [var group] || row.GetProperty("task_id").GetString()!.StartsWith(group + ".", StringComparison.Ordinal);

    private static HttpResponseMessage Tasks(IEnumerable<RecordedNight> nights, Func<JsonElement, bool> asked, RecordedRequest request)
    {
        (RecordedNight Night, JsonElement Row)[] rows = [.. nights.SelectMany(night => night.Moment.Rows.Where(asked).Select(row => (night, row)))];
        return List("task_instances", rows.Length, json =>
        {
            foreach (var (night, row) in rows.Skip(request.Offset).Take(request.Limit)) night.Write(json, row);
        });
    }

    private static HttpResponseMessage List(string name, int total, Action<Utf8JsonWriter> items) => Json(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray(name);
        items(json);
        json.WriteEndArray();
        json.WriteNumber("total_entries", total);
        json.WriteEndObject();
    });

    private static HttpResponseMessage Json(Action<Utf8JsonWriter> write)
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes)) write(json);
        return Response(200, "application/json", bytes.ToArray());
    }

    private HttpResponseMessage AsRecorded(string name) => Response(recording[name].Status, recording[name].Type, recording[name].Body);

    private static HttpResponseMessage Response(int status, string type, byte[] body)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return response;
    }
}
