using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hausmeister.ApplicationTests.House;

/// <summary>Ana in Teams as raw Bot Framework activities, with every field in the test's hand.</summary>
internal sealed class TeamsPerson(BotProcess bot, RecordingConnector connector, string conversation)
{
    private int sent;

    public string Conversation => conversation;

    public IReadOnlyList<Delivery> Reads() => connector.To(conversation);

    public JsonObject Activity(string type) => new()
    {
        ["type"] = type,
        ["id"] = $"{conversation}/{++sent}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = connector.Address.ToString(),
        ["from"] = new JsonObject { ["id"] = "29:ana", ["name"] = "Ana", ["aadObjectId"] = "6f0a4a0e-0000-4000-8000-000000000001" },
        ["recipient"] = new JsonObject { ["id"] = "28:hausmeister", ["name"] = "Hausmeister" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal" },
    };

    public JsonObject Message(string text)
    {
        var message = Activity("message");
        message["text"] = text;
        return message;
    }

    /// <summary>A tap on the newest button with this verb, once it is there.</summary>
    public async Task<JsonObject> TapAsync(string verb)
    {
        var button = await Eventually.GetAsync(
            () => Task.FromResult(Reads().Reverse().SelectMany(delivery => CardView.Buttons(delivery.Activity)).FirstOrDefault(button => (string?)button["data"]?["verb"] == verb)),
            () => $"There is no button {verb}. The bot wrote:\n{bot.Log}");
        var tap = Activity("invoke");
        tap["name"] = "adaptiveCard/action";
        tap["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = button["data"]!.DeepClone() } };
        return tap;
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) => bot.Http.PostAsJsonAsync("/api/messages", activity);

    /// <summary>Posts it, as something that must be taken.</summary>
    /// <returns>The body of the answer.</returns>
    public async Task<string> SendAsync(JsonObject activity)
    {
        using var answer = await PostAsync(activity);
        var body = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{(int)answer.StatusCode} {body}\nThe bot wrote:\n{bot.Log}");
        return body;
    }

    public Task SayAsync(string text) => SendAsync(Message(text));

    /// <summary>Waits until a message shows the text.</summary>
    public Task<Delivery> ReadsAsync(string text) => Eventually.GetAsync(
        () => Task.FromResult(Reads().LastOrDefault(delivery => delivery.Text.Contains(text, StringComparison.Ordinal))),
        () => $"Nobody delivered “{text}” but:\n{string.Join("\n---\n", Reads().TakeLast(5).Select(delivery => delivery.Text))}\nThe bot wrote:\n{bot.Log}");
}
