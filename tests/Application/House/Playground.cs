using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hausmeister.ApplicationTests.House;

/// <summary>
/// Microsoft's Agents Playground, a Teams that nobody here wrote, with one person in it: carries to the bot what they do, and
/// shows what they see.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private readonly PlaygroundProcess process = new();
    private readonly HttpClient http = new();
    private readonly string person;
    private PlaygroundScreen? screen;

    private Playground(string person) => this.person = person;

    public string PersonalChat => PlaygroundConfig.PersonalChat(person);

    private PlaygroundScreen Screen => screen ?? throw new InvalidOperationException("The Playground is not open.");

    /// <param name="channel">The team's channel beside the guild's.</param>
    public static async Task<Playground> StartAsync(BotProcess bot, string person, string channel = PlaygroundConfig.Help)
    {
        var playground = new Playground(person);
        try
        {
            playground.http.BaseAddress = await playground.process.StartAsync(bot, person, channel);
            playground.screen = await PlaygroundScreen.OpenAsync(playground.http.BaseAddress);
            return playground;
        }
        catch
        {
            await playground.DisposeAsync();
            throw;
        }
    }

    /// <summary>The bot comes into the conversation, as when somebody adds it.</summary>
    public Task OpenAsync(string conversation) => PostAsync($"/_debug/conversation/{Uri.EscapeDataString(conversation)}/installation", []);

    public Task SayAsync(string text) => SayAsync(text, PersonalChat, []);

    /// <summary>Calls the bot by its name where many people read.</summary>
    /// <returns>The conversation that it is answered in: in a channel, the new post's own.</returns>
    public async Task<string> MentionAsync(string text, string conversation)
    {
        var mention = new JsonObject { ["mentioned"] = new JsonObject { ["id"] = PlaygroundConfig.BotId }, ["text"] = PlaygroundConfig.Mention };
        var answer = await SayAsync($"{PlaygroundConfig.Mention} {text}", conversation, [mention]);
        return (string?)answer!["postConversationId"] ?? conversation;
    }

    /// <summary>Taps the newest button with this verb.</summary>
    public async Task TapAsync(string verb, Dictionary<string, string>? inputs = null)
    {
        var (message, button) = await ButtonAsync(verb);
        await TapAsync(message, button, inputs);
    }

    /// <summary>Teams gives the tapped card's place to the card in the answer.</summary>
    public async Task TapAsync(ScreenMessage message, JsonObject button, Dictionary<string, string>? inputs)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["title"] = (string?)button["title"], ["verb"] = (string?)button["verb"], ["data"] = Filled(button, inputs) };
        var answer = await PostAsync("/_conversation/v1/invoke", Tapped(message, new JsonObject { ["action"] = action }, "adaptiveCard/action"));
        var type = (string?)answer!["type"];
        type.ShouldBeOneOf(CardType, MessageType);
        if (type == CardType)
            Screen.Replace(message, answer["value"]!.AsObject());
    }

    /// <summary>Taps it as a client that knows no execute: by the submit that it falls back to.</summary>
    public async Task SubmitAsync(string verb, Dictionary<string, string>? inputs = null)
    {
        var (message, button) = await ButtonAsync(verb);
        await PostAsync("/_conversation/v1/submit", Tapped(message, Filled(button["fallback"]!.AsObject(), inputs), name: null));
    }

    public Task<(ScreenMessage Message, JsonObject Button)> ButtonAsync(string verb) => SeesAsync(
        shown => shown.Reverse().SelectMany(message => CardView.Buttons(message.Content).Select(button => (message, button))).FirstOrDefault(found => (string?)found.button["data"]?["verb"] == verb),
        found => found.button is not null,
        $"no button {verb}");

    /// <summary>Waits until some message shows the text, and returns it.</summary>
    public Task<ScreenMessage> ReadsAsync(string text) => SeesAsync(
        shown => shown.LastOrDefault(message => message.Text.Contains(text, StringComparison.Ordinal)), found => found is not null, $"no “{text}”")!;

    /// <summary>Everything that stands on the screen now, in the order in which it came.</summary>
    public IReadOnlyList<ScreenMessage> Shown() => Screen.Shown();

    public async ValueTask DisposeAsync()
    {
        screen?.Dispose();
        http.Dispose();
        await process.DisposeAsync();
    }

    private Task<JsonNode?> SayAsync(string text, string conversation, JsonArray mentions) => PostAsync(
        $"/_conversation/v1/conversations/{Uri.EscapeDataString(conversation)}/messages",
        new JsonObject { ["from"] = Me(), ["text"] = text, ["textFormat"] = mentions.Count > 0 ? "xml" : "plain", ["mentions"] = mentions });

    private JsonObject Tapped(ScreenMessage message, JsonNode value, string? name) => new()
    {
        ["name"] = name,
        ["value"] = value,
        ["from"] = Me(),
        ["conversation"] = new JsonObject { ["id"] = message.Conversation },
        ["replyToId"] = message.Id,
    };

    private JsonObject Me() => new() { ["id"] = PlaygroundConfig.UserId(person) };

    private static JsonObject Filled(JsonObject button, Dictionary<string, string>? inputs)
    {
        var data = button["data"]!.DeepClone().AsObject();
        foreach (var (id, value) in inputs ?? [])
            data[id] = value;
        return data;
    }

    private async Task<JsonNode?> PostAsync(string path, JsonObject body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 || text == "OK" ? null : JsonNode.Parse(text);
    }

    private async Task<T> SeesAsync<T>(Func<IReadOnlyList<ScreenMessage>, T> look, Func<T, bool> isFound, string otherwise)
    {
        var found = default(T);
        await Eventually.TrueAsync(
            () => Task.FromResult(isFound(found = look(Shown()))),
            () => $"{person} sees {otherwise} but:\n{string.Join("\n---\n", Shown().TakeLast(5).Select(message => message.Text))}\nThe Playground wrote:\n{process.Log}");
        return found!;
    }
}
