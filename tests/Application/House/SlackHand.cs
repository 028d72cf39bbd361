using System.Text.Json.Nodes;

namespace Hausmeister.ApplicationTests.House;

/// <summary>What one person types and taps in an emulated Slack, and what stands there.</summary>
/// <param name="user">The person's id in Slack.</param>
/// <param name="bring">Brings what Slack would: the door, <c>events</c> or <c>interactivity</c>, and the payload.</param>
/// <param name="log">What the bot wrote, for a test that failed.</param>
internal sealed class SlackHand(EmulatedSlack slack, string user, Func<string, JsonObject, Task> bring, Func<string> log)
{
    private int said;

    public Task SayAsync(string channel, string text) => bring("events", SlackSender.Message(user, channel, text, NextTs()));

    public Task TapAsync(string channel, JsonObject message, string label) =>
        bring("interactivity", SlackSender.Tap(user, channel, message, ButtonOf(message, label).ShouldNotBeNull(), NextTs()));

    public Task<JsonObject> UntilAsync(string channel, Func<JsonObject, bool> isIt) => Eventually.GetAsync(
        async () => (await slack.HistoryAsync(channel)).FirstOrDefault(isIt), () => $"No such message in {channel}. The bot wrote:\n{log()}");

    public static JsonObject? ButtonOf(JsonObject message, string label) =>
        Buttons(message["blocks"]).FirstOrDefault(button => (string?)button["text"]?["text"] == label);

    private string NextTs() => $"{1_764_162_000 + ++said}.000100";

    private static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonObject o when (o["type"] as JsonValue)?.ToString() == "button" => [o],
        JsonObject o => o.SelectMany(member => Buttons(member.Value)),
        JsonArray a => a.SelectMany(Buttons),
        _ => [],
    };
}
