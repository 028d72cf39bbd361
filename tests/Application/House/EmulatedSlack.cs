using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hausmeister.Tests;

namespace Hausmeister.ApplicationTests.House;

/// <summary>A Slack of our own: emulate, a program nobody here wrote, on a free port. It is the Web API; what comes from Slack a test sends itself.</summary>
public sealed class EmulatedSlack : IAsyncDisposable
{
    public const string Token = "test_token_admin";

    private readonly Process process = new();
    private readonly HttpClient http = new();

    public Uri Api { get; private init; } = null!;

    public static async Task<EmulatedSlack> StartAsync()
    {
        var peers = Path.Combine(Checkout.Root, "tests", "peers");
        var program = Path.Combine(peers, "node_modules", "emulate", "dist", "index.js");
        File.Exists(program).ShouldBeTrue("emulate is not there. Run `npm ci` in tests/peers, as scripts/test does.");
        var port = FreePorts.Next();
        var slack = new EmulatedSlack { Api = new Uri($"http://localhost:{port}/api/") };
        slack.process.StartInfo = new("node", [program, "start", "-s", "slack", "-p", $"{port}", "--seed", Path.Combine(peers, "slack.seed.json")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        slack.process.Start();
        slack.http.BaseAddress = slack.Api;
        slack.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        await Eventually.TrueAsync(slack.AnswersAsync, () => $"emulate does not answer at {slack.Api}.");
        return slack;
    }

    public async Task<JsonObject> CallAsync(string method, JsonObject arguments)
    {
        using var answer = await http.PostAsJsonAsync(method, arguments);
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        ((bool)json["ok"]!).ShouldBeTrue($"{method}: {json}");
        return json;
    }

    /// <summary>The ids of the seed's people and channels by their names.</summary>
    public async Task<IReadOnlyDictionary<string, string>> IdsAsync()
    {
        var users = (await CallAsync("users.list", []))["members"]!.AsArray();
        var channels = (await CallAsync("conversations.list", []))["channels"]!.AsArray();
        return users.Concat(channels).ToDictionary(named => (string)named!["name"]!, named => (string)named!["id"]!);
    }

    /// <summary>What the sample squad's file must say instead, so that its people and rooms are those here.</summary>
    public static (string From, string To)[] SquadChanges(IReadOnlyDictionary<string, string> ids) =>
    [
        ("U0ANA", ids["ana"]), ("U0BRUNO", ids["bruno"]), ("U0CLARA", ids["clara"]), ("U0DAVI", ids["davi"]),
        // Before the guild's, which is one of the sample's help channels too.
        ("\"C0XRWDYQ2\",\"C1SNEPL5P\",\"C06F04CH1\"", $"\"{ids["help"]}\""),
        ("C20GTK220", ids["announcements"]), ("C1SNEPL5P", ids["guild"]),
    ];

    /// <summary>Those of a bot that is in this Slack.</summary>
    public static Dictionary<string, string> BotSettings(Uri api) => new()
    {
        ["Slack:SigningSecret"] = SlackSender.Secret,
        ["Slack:BotToken"] = Token,
        ["Slack:Teams"] = SlackSender.Team,
        ["Slack:ApiAddress"] = api.ToString(),
    };

    /// <summary>The channel of a person's direct message with the bot.</summary>
    public async Task<string> DirectAsync(string user) => (string)(await CallAsync("conversations.open", new() { ["users"] = user }))["channel"]!["id"]!;

    /// <summary>The messages of a channel, newest first.</summary>
    public async Task<IReadOnlyList<JsonObject>> HistoryAsync(string channel) =>
        [.. (await CallAsync("conversations.history", new() { ["channel"] = channel }))["messages"]!.AsArray().Select(message => message!.AsObject())];

    /// <summary>A page on which it shows people what it keeps.</summary>
    public Task<string> PageAsync(string query) => http.GetStringAsync(new Uri(Api, $"/?{query}"));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
        http.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        process.HasExited.ShouldBeFalse("emulate ended at its start.");
        try
        {
            using var answer = await http.PostAsJsonAsync("auth.test", new JsonObject());
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
