using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;
using Hausmeister.Tests.Tracker;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>A repository of the emulated GitHub, seen from outside.</summary>
internal sealed class TrackerView : IDisposable
{
    private readonly HttpClient http = new();

    private TrackerView(string repository, Uri api)
    {
        Repository = repository;
        http.BaseAddress = api;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", EmulatedGitHub.Token);
    }

    public string Repository { get; }

    /// <summary>A repository of its own, so that the first issue in it is #1.</summary>
    public static async Task<TrackerView> CreateAsync(EmulatedGitHub gitHub, string name)
    {
        var view = new TrackerView($"hausmeister-bot/{name}", gitHub.Api);
        using var answer = await view.http.PostAsJsonAsync("user/repos", new { name });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return view;
    }

    public async Task OpenAsync(Opened issue)
    {
        using var answer = await http.PostAsJsonAsync($"repos/{Repository}/issues", new { title = issue.Title, labels = issue.Labels });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    public async Task HasAsync(Tracked wanted, BotProcess bot)
    {
        var found = "";
        await Eventually.TrueAsync(
            async () => (found = await FindAsync(wanted)) == Words(wanted), () => $"The tracker has\n{found}\nand not\n{Words(wanted)}\nThe bot wrote:\n{bot.Log}");
    }

    public void Dispose() => http.Dispose();

    private static string Words(Tracked issue) =>
        string.Join('\n', [issue.Title, string.Join(", ", issue.Labels.Order(StringComparer.Ordinal)), issue.Assignee ?? "nobody", issue.IsOpen ? "open" : "closed", .. issue.Says, .. issue.Comments]);

    /// <summary>The issues with the title as they would be wanted: of their texts only the words that are.</summary>
    private async Task<string> FindAsync(Tracked wanted)
    {
        var issues = (await http.GetFromJsonAsync<JsonArray>($"repos/{Repository}/issues?state=all&per_page=100"))!.Select(issue => issue!.AsObject());
        List<string> found = [];
        foreach (var issue in issues.Where(issue => (string?)issue["title"] == wanted.Title))
            found.Add(Words(await AsWantedAsync(issue, wanted)));
        return string.Join("\n\n", found);
    }

    private async Task<Tracked> AsWantedAsync(JsonObject issue, Tracked wanted)
    {
        var comments = (await http.GetFromJsonAsync<JsonArray>($"repos/{Repository}/issues/{issue["number"]}/comments"))!.Select(comment => (string)comment!["body"]!);
        return new(
            (string)issue["title"]!,
            [.. issue["labels"]!.AsArray().Select(label => (string)label!["name"]!)],
            issue["assignees"]!.AsArray().Select(assignee => (string?)assignee!["login"]).FirstOrDefault(),
            (string?)issue["state"] == "open")
        {
            Says = [.. wanted.Says.Where(((string?)issue["body"] ?? "").Contains)],
            Comments = [.. comments.Select((comment, at) => at < wanted.Comments.Length && comment.Contains(wanted.Comments[at], StringComparison.Ordinal) ? wanted.Comments[at] : comment)],
        };
    }
}
