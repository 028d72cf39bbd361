using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Hausmeister.Integrations.Http;

namespace Hausmeister.Integrations.Airflow;

/// <summary>One Airflow's REST API, of whichever version it is. Every request only reads.</summary>
/// <param name="http">With the address of the API's root.</param>
internal sealed class AirflowApi(HttpClient http, AirflowSettings settings, TimeProvider time)
{
    private readonly AirflowCredentials credentials = new(http, settings, time);

    // Zero: nobody has asked yet.
    private volatile AirflowVersion found;

    public static string DagPath(string dagId) => $"dags/{Uri.EscapeDataString(dagId)}";

    public static string RunPath(string dagId, string runId) => $"{DagPath(dagId)}/dagRuns/{Uri.EscapeDataString(runId)}";

    /// <summary>Without asking; where nobody has been asked yet, the newer one.</summary>
    public AirflowVersion Presumed => settings.Version ?? (found == default ? AirflowVersion.Three : found);

    public async ValueTask<AirflowVersion> VersionAsync(CancellationToken cancellationToken) =>
        settings.Version ?? (found == default ? await FindOutAsync(cancellationToken) : found);

    /// <summary>Asks, also where the version is known: somebody may have upgraded Airflow.</summary>
    /// <exception cref="OtherVersionException">Neither version answers.</exception>
    public async Task<AirflowVersion> FindOutAsync(CancellationToken cancellationToken)
    {
        foreach (var version in new[] { AirflowVersion.Three, AirflowVersion.Two })
        {
            if (await IsAsync(version, cancellationToken)) return found = version;
        }
        throw new OtherVersionException();
    }

    /// <exception cref="AirflowRefusal">The answer is no success.</exception>
    public async Task<T> GetAsync<T>(AirflowVersion version, string path, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(version, () => new(HttpMethod.Get, Root(version) + path), cancellationToken);
        return (await response.Content.ReadFromJsonAsync(shape, cancellationToken)).OrShape();
    }

    /// <returns>An answer whose body is still to come.</returns>
    /// <exception cref="AirflowRefusal">The answer is no success.</exception>
    public Task<HttpResponseMessage> StreamAsync(AirflowVersion version, string path, CancellationToken cancellationToken) =>
        SendAsync(version, () => Streamed(new(HttpMethod.Get, Root(version) + path)), cancellationToken);

    /// <inheritdoc cref="StreamAsync(AirflowVersion, string, CancellationToken)"/>
    public Task<HttpResponseMessage> StreamAsync(AirflowVersion version, string path, TaskListRequest body, CancellationToken cancellationToken) => SendAsync(
        version,
        () => Streamed(new(HttpMethod.Post, Root(version) + path) { Content = JsonContent.Create(body, AirflowJson.Default.TaskListRequest) }),
        cancellationToken);

    private static string Root(AirflowVersion version) => version == AirflowVersion.Two ? "api/v1/" : "api/v2/";

    private static HttpRequestMessage Streamed(HttpRequestMessage request)
    {
        request.Options.Set(HttpDefaults.OnlyReads, true);
        request.Options.Set(JsonOnlyHandler.Streams, true);
        return request;
    }

    // Needs no credentials with either version.
    private async Task<bool> IsAsync(AirflowVersion version, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(Root(version) + "version", cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound) return false;
        if (await AirflowRefusal.InAsync(response, cancellationToken) is { } refusal) throw refusal;
        return (await response.Content.ReadFromJsonAsync(AirflowJson.Default.VersionAnswer, cancellationToken)).OrShape().Version.Length > 0;
    }

    /// <summary>A token that is refused is renewed once.</summary>
    private async Task<HttpResponseMessage> SendAsync(AirflowVersion version, Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        var header = await credentials.HeaderAsync(version, refused: null, cancellationToken);
        var (response, refusal) = await SendOnceAsync(header);
        if (refusal is { IsOfToken: true } && credentials.AreRenewed(version))
            (response, refusal) = await SendOnceAsync(await credentials.HeaderAsync(version, header, cancellationToken));
        return refusal is null ? response : throw refusal;

        async Task<(HttpResponseMessage Response, AirflowRefusal? Refusal)> SendOnceAsync(AuthenticationHeaderValue? shown)
        {
            using var once = request();
            once.Headers.Authorization = shown;
            var answer = await http.SendAsync(once, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.IsSuccessStatusCode) return (answer, null);
            using (answer) return (answer, await AirflowRefusal.InAsync(answer, cancellationToken));
        }
    }
}
