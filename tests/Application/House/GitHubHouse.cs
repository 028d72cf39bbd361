using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hausmeister.Tests.Tracker;

namespace Hausmeister.ApplicationTests.House;

/// <summary>A bot of its own whose issues go to an emulated GitHub of its own, through a door that can fail.</summary>
public sealed class GitHubHouse : IAsyncDisposable
{
    private readonly EmulatedGitHub emulated;
    private readonly HttpClient gitHub;
    private readonly string squads;

    private GitHubHouse(BotProcess bot, FaultyTracker door, EmulatedGitHub emulated, HttpClient gitHub, string squads) =>
        (Bot, Door, this.emulated, this.gitHub, this.squads) = (bot, door, emulated, gitHub, squads);

    public BotProcess Bot { get; }

    public FaultyTracker Door { get; }

    /// <summary>With other settings than a fresh bot's.</summary>
    public static async Task<GitHubHouse> OpenAsync(Dictionary<string, string>? settings = null)
    {
        var emulated = new EmulatedGitHub();
        await emulated.InitializeAsync();
        var door = await FaultyTracker.StartAsync(emulated.Api);
        var gitHub = new HttpClient { BaseAddress = emulated.Api };
        gitHub.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", EmulatedGitHub.Token);
        var squads = SquadFiles.WriteQuiet(Directory.CreateTempSubdirectory("squads").FullName, ("nubank/itaipu", EmulatedGitHub.Repository));
        var bot = await BotProcess.StartAsync(new Dictionary<string, string>(settings ?? [])
        {
            ["GitHub:Token"] = EmulatedGitHub.Token,
            ["GitHub:ApiAddress"] = door.Address.ToString(),
            ["Squads:Folder"] = squads,
        });
        return new GitHubHouse(bot, door, emulated, gitHub, squads);
    }

    /// <summary>All issues with the title, as GitHub has them.</summary>
    public async Task<IReadOnlyList<JsonObject>> IssuesAsync(string title)
    {
        var issues = await gitHub.GetFromJsonAsync<JsonArray>($"repos/{EmulatedGitHub.Repository}/issues?state=all&per_page=100");
        return [.. issues!.Select(issue => issue!.AsObject()).Where(issue => (string?)issue["title"] == title)];
    }

    public Task<JsonObject> IssueAsync(string title, Func<JsonObject, bool>? until = null) => Eventually.GetAsync(
        async () => (await IssuesAsync(title)).FirstOrDefault(until ?? (_ => true)),
        () => $"GitHub has no such issue “{title}”. The bot wrote:\n{Bot.Log}");

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Door.DisposeAsync();
        await emulated.DisposeAsync();
        gitHub.Dispose();
        Directory.Delete(squads, recursive: true);
    }
}
