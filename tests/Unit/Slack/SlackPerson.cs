using System.Text.Json.Nodes;

namespace Hausmeister.Tests.Slack;

/// <summary>What one person types and taps in one channel, or in one thread of it.</summary>
internal sealed class SlackPerson(SlackHouse house, string user, string channel, string? thread = null)
{
    private int read;

    public string User => user;

    public string Channel => channel;

    /// <summary>The same person in the thread of a message.</summary>
    public SlackPerson In(string threadTs) => new(house, user, channel, threadTs);

    /// <summary>The bot's messages here, each as it is now.</summary>
    public IReadOnlyList<SlackPost> All => house.Slack.In(channel, thread);

    public SlackPost Last => All[^1];

    /// <summary>Those that came since the last look.</summary>
    public IReadOnlyList<SlackPost> Read()
    {
        var arrived = All.Skip(read).ToList();
        read = All.Count;
        return arrived;
    }

    /// <returns>The message's time.</returns>
    public async Task<string> SayAsync(string text)
    {
        var message = Message(text);
        (await house.EventAsync(message)).Status.ShouldBe(200);
        return (string)message["ts"]!;
    }

    public JsonObject Message(string text, string type = "message")
    {
        var message = new JsonObject
        {
            ["type"] = type,
            ["channel"] = channel,
            ["channel_type"] = channel[0] == 'D' ? "im" : "channel",
            ["user"] = user,
            ["text"] = text,
            ["ts"] = house.Slack.NextTs(),
        };
        if (thread is not null)
            message["thread_ts"] = thread;
        return message;
    }

    /// <summary>Taps the newest button with this label.</summary>
    public async Task TapAsync(string label, params (string Id, string Value)[] texts) =>
        (await house.InteractAsync(Tap(label, texts))).ShouldBe(new Answered(200, ""));

    public JsonObject Tap(string label, params (string Id, string Value)[] texts)
    {
        var (post, button) = Find(label);
        return new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
            ["user"] = new JsonObject { ["id"] = user, ["username"] = "somebody" },
            ["trigger_id"] = "13345224609.738474920.8088930838d88f008e0",
            ["container"] = new JsonObject { ["type"] = "message", ["channel_id"] = post.Channel, ["message_ts"] = post.Ts, ["thread_ts"] = post.Thread },
            ["state"] = new JsonObject { ["values"] = Values(texts) },
            ["actions"] = new JsonArray(new JsonObject
            {
                ["type"] = "button",
                ["action_id"] = (string)button["action_id"]!,
                ["action_ts"] = house.Slack.NextTs(),
                ["value"] = (string?)button["value"],
            }),
        };
    }

    /// <summary>Sends the modal that was opened last.</summary>
    public Task<Answered> SubmitAsync(params (string Id, string Value)[] texts) => house.InteractAsync(Submission(texts));

    public JsonObject Submission(params (string Id, string Value)[] texts)
    {
        var view = house.Slack.Views[^1];
        return new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
            ["user"] = new JsonObject { ["id"] = user },
            ["view"] = new JsonObject
            {
                ["id"] = $"V{house.Slack.Views.Count}",
                ["callback_id"] = (string?)view["callback_id"],
                ["private_metadata"] = (string)view["private_metadata"]!,
                ["state"] = new JsonObject { ["values"] = Values(texts) },
            },
        };
    }

    private (SlackPost Post, JsonObject Button) Find(string label)
    {
        foreach (var post in All.Reverse())
            if (post.Buttons.FirstOrDefault(button => (string)button["text"]!["text"]! == label) is { } button)
                return (post, button);
        throw new ShouldAssertException($"No button “{label}” but:\n{string.Join("\n---\n", All)}");
    }

    private static JsonObject Values((string Id, string Value)[] texts) => new(texts.Select(text => KeyValuePair.Create(
        $"f:{text.Id}:0", (JsonNode?)new JsonObject { [text.Id] = new JsonObject { ["type"] = "plain_text_input", ["value"] = text.Value } })));
}
