using System.Net;
using System.Text.Json;

namespace Hausmeister.Integrations.Airflow;

/// <summary>Airflow answered, and not with a success.</summary>
/// <param name="detail">Airflow's own words; null where it had none.</param>
internal sealed class AirflowRefusal(HttpStatusCode status, string? detail, bool atSignIn = false) : Exception($"Airflow answers {(int)status}.")
{
    // No refusal of Airflow's is longer.
    private const int LongestBody = 1 << 20;

    public HttpStatusCode Status => status;

    /// <summary>It was the user name and the password that it refused, when a token was asked for.</summary>
    public bool AtSignIn => atSignIn;

    /// <summary>Another token may be accepted. Airflow 3 answers 403, not 401, to one that it cannot verify.</summary>
    public bool IsOfToken => status == HttpStatusCode.Unauthorized || (status == HttpStatusCode.Forbidden && detail == "Invalid JWT token");

    /// <summary>What is wrong with the answer; null: nothing.</summary>
    /// <exception cref="OtherVersionException">The path is not known there.</exception>
    public static async Task<AirflowRefusal?> InAsync(HttpResponseMessage response, CancellationToken cancellationToken, bool atSignIn = false)
    {
        if (response.IsSuccessStatusCode) return null;
        var (isOfApi, detail) = await DetailAsync(response.Content, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound && !isOfApi) throw new OtherVersionException();
        return new(response.StatusCode, detail, atSignIn);
    }

    // Both versions' APIs write a "detail" into each refusal. The other version's paths get an HTML page or an "error".
    private static async Task<(bool IsOfApi, string? Detail)> DetailAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentType?.MediaType is not ("application/json" or "application/problem+json")) return (false, null);
        await content.LoadIntoBufferAsync(LongestBody, cancellationToken);
        try
        {
            using var body = JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellationToken));
            if (body.RootElement.ValueKind != JsonValueKind.Object || !body.RootElement.TryGetProperty("detail", out var detail)) return (false, null);
            return (true, detail.ValueKind == JsonValueKind.String ? detail.GetString() : null);
        }
        catch (JsonException)
        {
            return (false, null);
        }
    }
}

/// <summary>The path belongs to the other version's API, or to something that is no Airflow.</summary>
internal sealed class OtherVersionException() : Exception("The path is not known.");
