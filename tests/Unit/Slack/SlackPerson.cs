using System.Text.Json.Nodes;

namespace Hausmeister.Tests.Slack;

/// <summary>What one person types and taps in one channel, or in one thread of it.</summary>
internal sealed class SlackPerson(SlackHouse house, string user, string channel, string? thread = null)
{
    private int read;

    public string User => user;

    public string Channel => channel;

    public string? Thread => thread;

    /// <summary>The same person in the thread of a message.</summary>
    public SlackPerson In(string threadTs) => new(house, user, channel, threadTs);

    /// <summary>The bot's messages here, each as it is now.</summary>
    public IReadOnlyList<SlackPost> All => house.Slack.In(channel, thread);

    public SlackPost Last => All[^1];

    /// <summary>What only they see here, each as it is now.</summary>
    public IReadOnlyList<SlackPost> Seen => [.. house.Slack.Ephemeral.Where(post => post.Viewer == user && post.Channel == channel)];

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
        var tap = Tap(button, texts);
        tap["container"] = new JsonObject { ["type"] = "message", ["channel_id"] = post.Channel, ["message_ts"] = post.Ts, ["thread_ts"] = post.Thread, ["is_ephemeral"] = post.Viewer is not null };
        if (post.Viewer is not null)
            tap["response_url"] = house.Slack.ResponseUrl(post.Channel, user, post.Ts);
        return tap;
    }

    /// <summary>Taps a button of the app's own page.</summary>
    public Task<Answered> TapHomeAsync(string label)
    {
        var button = SlackPost.Found(house.Slack.Homes[user]["blocks"], "button").Single(button => (string)button["text"]!["text"]! == label);
        var tap = Tap(button, []);
        tap["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V0HOME" };
        tap["view"] = new JsonObject { ["type"] = "home", ["id"] = "V0HOME", ["callback_id"] = "", ["private_metadata"] = "" };
        return house.InteractAsync(tap);
    }

    /// <summary>Opens the app's own page.</summary>
    public Task<Answered> OpenHomeAsync(string tab = "home") =>
        house.EventAsync(new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["channel"] = channel, ["tab"] = tab });

    /// <summary>Uses a message's shortcut.</summary>
    public Task<Answered> UseShortcutAsync(JsonObject message) => house.InteractAsync(new JsonObject
    {
        ["type"] = "message_action",
        ["callback_id"] = "triage_message",
        ["trigger_id"] = Trigger(),
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team, ["domain"] = "acme" },
        ["user"] = new JsonObject { ["id"] = user },
        ["channel"] = new JsonObject { ["id"] = channel },
        ["message_ts"] = (string)message["ts"]!,
        ["message"] = message.DeepClone(),
        ["response_url"] = house.Slack.ResponseUrl(channel, user),
    });

    /// <summary>Uses the shortcut that is everywhere.</summary>
    public Task<Answered> UseShortcutAsync() => house.InteractAsync(Shortcut());

    public JsonObject Shortcut() => new()
    {
        ["type"] = "shortcut",
        ["callback_id"] = "triage",
        ["trigger_id"] = Trigger(),
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team, ["domain"] = "acme" },
        ["user"] = new JsonObject { ["id"] = user },
    };

    public Task<Answered> CommandAsync(string text) => house.PostAsync("commands", string.Join('&', Command(text).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")));

    public Dictionary<string, string> Command(string text) => new()
    {
        ["command"] = "/hausmeister",
        ["text"] = text,
        ["user_id"] = user,
        ["channel_id"] = channel,
        ["team_id"] = FakeSlack.Team,
        ["trigger_id"] = Trigger(),
        ["response_url"] = house.Slack.ResponseUrl(channel, user),
    };

    private string Trigger() => $"{house.Slack.NextTs()}.8088930838d88f008e0";

    private JsonObject Tap(JsonObject button, (string Id, string Value)[] texts)
    {
        return new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
            ["user"] = new JsonObject { ["id"] = user, ["username"] = "somebody" },
            ["trigger_id"] = "13345224609.738474920.8088930838d88f008e0",
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

    /// <summary>Chooses something in the modal that was opened last, with the rest as it stands there.</summary>
    public JsonObject Choice(string id, string value, params (string Id, string Value)[] texts)
    {
        var (choice, values) = (Submission(texts), Values(texts));
        values[$"f:{id}:1"] = new JsonObject { [id] = new JsonObject { ["type"] = "radio_buttons", ["selected_option"] = new JsonObject { ["value"] = value } } };
        choice["type"] = "block_actions";
        choice["view"]!["type"] = "modal";
        choice["view"]!["hash"] = house.Slack.HashOf(house.Slack.Views.Count);
        choice["view"]!["state"] = new JsonObject { ["values"] = values };
        choice["actions"] = new JsonArray(new JsonObject { ["type"] = "radio_buttons", ["action_id"] = id, ["action_ts"] = house.Slack.NextTs() });
        return choice;
    }

    private (SlackPost Post, JsonObject Button) Find(string label)
    {
        foreach (var post in All.Concat(Seen).Reverse())
            if (post.Buttons.FirstOrDefault(button => (string)button["text"]!["text"]! == label) is { } button)
                return (post, button);
        throw new ShouldAssertException($"No button “{label}” but:\n{string.Join("\n---\n", All)}");
    }

    private static JsonObject Values((string Id, string Value)[] texts) => new(texts.Select(text => KeyValuePair.Create(
        $"f:{text.Id}:0", (JsonNode?)new JsonObject { [text.Id] = new JsonObject { ["type"] = "plain_text_input", ["value"] = text.Value } })));
}
