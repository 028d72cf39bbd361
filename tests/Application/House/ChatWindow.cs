using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hausmeister.ApplicationTests.House;

/// <summary>One person's window of the chat page without the browser: its tokens, what it posts, and the transcript as Web Chat would show it.</summary>
internal sealed class ChatWindow(BotProcess bot, string person)
{
    private readonly Dictionary<string, (string Conversation, string Token)> rooms = [];
    private readonly string id = Guid.NewGuid().ToString("n")[..8];
    private int sent;

    public static async Task<ChatWindow> OpenAsync(BotProcess bot, string person)
    {
        var window = new ChatWindow(bot, person);
        await window.EnterAsync();
        return window;
    }

    /// <summary>Says something in the private conversation, or in a room, once; false where it was refused.</summary>
    public Task<bool> SayAsync(string text, string room = "me", string? id = null) => PostAsync(room, new JsonObject { ["type"] = "message", ["text"] = text }, id ?? NextId());

    /// <summary>Taps the newest card's button with this verb, with what was filled in.</summary>
    public async Task TapAsync(string verb, Dictionary<string, string>? inputs = null, string room = "me")
    {
        var data = await ButtonAsync(verb, room);
        foreach (var (id, value) in inputs ?? [])
            data[id] = value;
        (await PostTapAsync(data, NextId(), room)).ShouldBeTrue();
    }

    public Task<bool> PostTapAsync(JsonObject data, string id, string room = "me") =>
        PostAsync(room, new JsonObject { ["type"] = "message", ["value"] = data.DeepClone() }, id);

    /// <summary>No other window gives the same.</summary>
    public string NextId() => $"{id}-{++sent}";

    /// <summary>The data of the newest button with this verb, once it is there.</summary>
    public Task<JsonObject> ButtonAsync(string verb, string room = "me") => Eventually.GetAsync(
        async () => (await CardsAsync(room)).AsEnumerable().Reverse().SelectMany(CardView.Buttons).Select(button => button["data"]!.DeepClone().AsObject()).FirstOrDefault(data => (string?)data["verb"] == verb),
        () => $"{person} sees no button {verb}. The bot wrote:\n{bot.Log}");

    /// <summary>Waits until some card or message shows the text, and returns it whole.</summary>
    public Task<string> ReadsAsync(string text, string room = "me")
    {
        IReadOnlyList<string> shown = [];
        return Eventually.GetAsync(
            async () => (shown = await ShownAsync(room)).LastOrDefault(s => s.Contains(text, StringComparison.Ordinal)),
            () => $"{person} does not read “{text}” but:\n{string.Join("\n---\n", shown.TakeLast(4))}\nThe bot wrote:\n{bot.Log}");
    }

    /// <summary>Everything that stands in the room now, each message as its texts.</summary>
    public async Task<IReadOnlyList<string>> ShownAsync(string room = "me") => [.. (await MessagesAsync(room)).Select(CardView.Texts)];

    public async Task<IReadOnlyList<JsonObject>> CardsAsync(string room = "me") =>
        [.. (await MessagesAsync(room)).SelectMany(m => m["attachments"]?.AsArray() ?? []).Select(a => a!["content"]!.AsObject())];

    /// <summary>The transcript with updates in the place of what they update, as Web Chat shows it.</summary>
    public async Task<IReadOnlyList<JsonObject>> MessagesAsync(string room = "me")
    {
        var (conversation, token) = rooms[room];
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities?watermark=");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await bot.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var rows = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray();
        return [.. rows.Select(row => row!.AsObject()).GroupBy(row => (string)row["id"]!).Select(same => same.Last()).Where(row => (string?)row["type"] == "message")];
    }

    private async Task EnterAsync()
    {
        var me = await bot.Http.GetFromJsonAsync<JsonObject>($"/api/chat/me?as={person}");
        foreach (var room in me!["rooms"]!.AsArray())
            rooms[(string)room!["id"]!] = ((string)room["conversationId"]!, (string)room["token"]!);
        using var start = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations");
        start.Headers.Authorization = new AuthenticationHeaderValue("Bearer", rooms["me"].Token);
        (await bot.Http.SendAsync(start)).EnsureSuccessStatusCode();
    }

    private async Task<bool> PostAsync(string room, JsonObject activity, string id)
    {
        var (conversation, token) = rooms[room];
        activity["from"] = new JsonObject { ["id"] = "somebody-else" };
        activity["channelData"] = new JsonObject { ["clientActivityID"] = id };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities") { Content = JsonContent.Create(activity) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await bot.Http.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }
}
