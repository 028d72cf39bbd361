using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.EmbeddedTracker;
using Hausmeister.Tests.Tracker;
using NodaTime;

namespace Hausmeister.ApplicationTests.Chaos;

/// <summary>The tracker of a run, emulate or the bot's own, and the squad that uses it.</summary>
internal sealed class ChaosTracker : IAsyncDisposable
{
    /// <summary>Short, so that questions come up while a run lasts.</summary>
    public static readonly Duration NoProgressAfter = Duration.FromMinutes(1);

    private const int PageSize = 100;

    private readonly string squads = Directory.CreateTempSubdirectory("squads").FullName;
    private readonly EmulatedGitHub? gitHub;

    private ChaosTracker(EmulatedGitHub? gitHub) => this.gitHub = gitHub;

    public string Name => gitHub is null ? "the embedded tracker" : "emulate";

    /// <summary>What the bot must know of it.</summary>
    public IReadOnlyDictionary<string, string> Settings => gitHub is null
        ? new() { ["Squads:Folder"] = squads }
        : new Dictionary<string, string> { ["Squads:Folder"] = squads, ["GitHub:Token"] = EmulatedGitHub.Token, ["GitHub:ApiAddress"] = gitHub.Api.ToString() };

    public static async Task<ChaosTracker> OpenAsync(bool isGitHub)
    {
        var tracker = new ChaosTracker(isGitHub ? new EmulatedGitHub() : null);
        if (tracker.gitHub is { } gitHub)
            await gitHub.InitializeAsync();
        SquadFiles.WriteQuiet(tracker.squads, ("nubank/itaipu", EmulatedGitHub.Repository), ("\"noProgressAfter\":\"01:00\"", "\"noProgressAfter\":\"00:01\""));
        return tracker;
    }

    /// <summary>The titles of all issues, each as often as there is an issue.</summary>
    /// <param name="store">The bot's, while the bot does not run.</param>
    public async Task<IReadOnlyList<string>> TitlesAsync(IDocumentStore store)
    {
        if (gitHub is null)
            return [.. (await new EmbeddedIssues(store).ListOpenAsync(EmulatedGitHub.Repository, [], int.MaxValue, CancellationToken.None)).Select(issue => issue.Title)];
        using var http = new HttpClient { BaseAddress = gitHub.Api };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", EmulatedGitHub.Token);
        List<string> titles = [];
        for (var page = 1; titles.Count == (page - 1) * PageSize; page++)
        {
            var issues = await http.GetFromJsonAsync<JsonArray>($"repos/{EmulatedGitHub.Repository}/issues?state=all&per_page={PageSize}&page={page}");
            titles.AddRange(issues!.Select(issue => (string)issue!["title"]!));
        }
        return titles;
    }

    public async ValueTask DisposeAsync()
    {
        if (gitHub is not null)
            await gitHub.DisposeAsync();
        Directory.Delete(squads, recursive: true);
    }
}
