using System.Diagnostics;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>Speed counts only where every triage has become an issue.</summary>
internal static class IssueCheck
{
    /// <summary>They are created behind the turns.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for the issue of each triage.</summary>
    /// <exception cref="InvalidOperationException">Some do not come, or there are too many.</exception>
    public static async Task RunAsync(Server server, int triages)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        for (var clock = Stopwatch.StartNew(); !await IsThereAsync(http, triages); await Task.Delay(Pause))
            if (clock.Elapsed > Patience)
                throw new InvalidOperationException($"There should be {triages} issues.");
        if (await IsThereAsync(http, triages + 1))
            throw new InvalidOperationException($"There should be no more than {triages} issues.");
    }

    private static async Task<bool> IsThereAsync(HttpClient http, int number)
    {
        using var answer = await http.GetAsync($"issues/nubank/itaipu/{number}");
        return answer.IsSuccessStatusCode;
    }
}
