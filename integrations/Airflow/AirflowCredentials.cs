using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Hausmeister.Integrations.Http;

namespace Hausmeister.Integrations.Airflow;

/// <summary>What is shown to Airflow: the configured token; else on Airflow 2 user name and password, on Airflow 3 a token that it gave for them.</summary>
/// <param name="time">By which tokens end: Airflow's own.</param>
internal sealed class AirflowCredentials(HttpClient http, AirflowSettings settings, TimeProvider time)
{
    private readonly Lock door = new();
    private AirflowToken? current;
    private Task<string>? asking;

    /// <summary>Others can be had where these are refused.</summary>
    public bool AreRenewed(AirflowVersion version) => version == AirflowVersion.Three && settings is { Token: null, Username: not null };

    /// <param name="refused">The header that was just refused: another is got in its stead, where they are renewed.</param>
    /// <returns>Null where there is nothing to show.</returns>
    public async ValueTask<AuthenticationHeaderValue?> HeaderAsync(AirflowVersion version, AuthenticationHeaderValue? refused, CancellationToken cancellationToken) => settings switch
    {
        { Token: { } token } => new("Bearer", token),
        { Username: null } => null,
        _ when version == AirflowVersion.Two => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.Username}:{settings.Password}"))),
        _ => new("Bearer", await TokenAsync(refused?.Parameter, cancellationToken)),
    };

    /// <summary>Calls that need a new token at the same time share one request, which no single one of them can cancel.</summary>
    private ValueTask<string> TokenAsync(string? refused, CancellationToken cancellationToken)
    {
        lock (door)
        {
            if (Good(refused) is { } token) return new(token);
            if (asking is null or { IsCompleted: true }) asking = AskAsync();
            return new(asking.WaitAsync(cancellationToken));
        }
    }

    private string? Good(string? refused) =>
        current is { } token && token.Value != refused && token.IsGoodAt(time.GetUtcNow()) ? token.Value : null;

    private async Task<string> AskAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "auth/token")
        {
            Content = JsonContent.Create(new TokenRequest(settings.Username!, settings.Password!), AirflowJson.Default.TokenRequest),
        };
        // A token that nobody uses does no harm.
        request.Options.Set(HttpDefaults.OnlyReads, true);
        using var response = await http.SendAsync(request);
        if (await AirflowRefusal.InAsync(response, CancellationToken.None, atSignIn: true) is { } refusal) throw refusal;
        var answer = await response.Content.ReadFromJsonAsync(AirflowJson.Default.TokenAnswer);
        current = AirflowToken.Of(answer.OrShape().AccessToken);
        return current.Value;
    }
}
