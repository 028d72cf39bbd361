using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hausmeister.Bot.Channels.Slack;

namespace Hausmeister.ApplicationTests.House;

/// <summary>What Slack itself brings to the bot over HTTP, signed as Slack signs it.</summary>
internal sealed class SlackSender(BotProcess bot)
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Team = "T000000001";

    /// <summary>Source: docs.slack.dev/apis/events-api, "Retries".</summary>
    private const int MostResends = 3;

    private int sent;

    /// <summary>Somebody wrote into a direct message.</summary>
    public Task SayAsync(string user, string channel, string text) => SendAsync("events", Message(user, channel, text, NextTs()).ToJsonString());

    public static JsonObject Message(string user, string channel, string text, string ts, string? thread = null) => Event(
        new JsonObject { ["type"] = "message", ["channel"] = channel, ["channel_type"] = "im", ["user"] = user, ["text"] = text, ["ts"] = ts, ["thread_ts"] = thread });

    public static JsonObject Event(JsonObject happened) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = Team,
        ["event"] = happened,
    };

    /// <summary>Somebody tapped a button of a message.</summary>
    /// <param name="trigger">Opens a modal.</param>
    /// <param name="values">What stands in the message's fields.</param>
    public Task TapAsync(string user, string channel, JsonObject message, JsonObject button, string trigger, JsonObject values) =>
        InteractAsync(Tap(user, channel, message, button, NextTs(), trigger, values));

    public static JsonObject Tap(string user, string channel, JsonObject message, JsonObject button, string ts, string? trigger = null, JsonObject? values = null) => new()
    {
        ["type"] = "block_actions",
        ["team"] = new JsonObject { ["id"] = Team },
        ["user"] = new JsonObject { ["id"] = user },
        ["trigger_id"] = trigger,
        ["container"] = new JsonObject { ["type"] = "message", ["channel_id"] = channel, ["message_ts"] = (string)message["ts"]! },
        ["state"] = new JsonObject { ["values"] = values ?? [] },
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = (string)button["action_id"]!, ["action_ts"] = ts, ["value"] = (string?)button["value"] }),
    };

    /// <summary>Somebody sent a modal.</summary>
    public Task SubmitAsync(string user, JsonObject view, JsonObject values) => InteractAsync(new JsonObject
    {
        ["type"] = "view_submission",
        ["team"] = new JsonObject { ["id"] = Team },
        ["user"] = new JsonObject { ["id"] = user },
        ["view"] = new JsonObject
        {
            ["id"] = (string)view["id"]!,
            ["callback_id"] = (string)view["callback_id"]!,
            ["private_metadata"] = (string)view["private_metadata"]!,
            ["state"] = new JsonObject { ["values"] = values },
        },
    });

    private Task InteractAsync(JsonObject payload) => SendAsync("interactivity", $"payload={Uri.EscapeDataString(payload.ToJsonString())}");

    private string NextTs() => $"{1_764_162_000 + Interlocked.Increment(ref sent)}.000100";

    /// <summary>Slack comes again with what takes the bot too long.</summary>
    public async Task SendAsync(string door, string body)
    {
        for (var resends = 0; await TrySendAsync(door, body) == HttpStatusCode.ServiceUnavailable; resends++)
            resends.ShouldBeLessThan(MostResends, "The bot takes too long again and again.");
    }

    private async Task<HttpStatusCode> TrySendAsync(string door, string body)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/slack/{door}") { Content = new StringContent(body) };
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.SignatureHeader, SlackSignature.Of(Secret, timestamp, Encoding.UTF8.GetBytes(body)));
        using var answer = await bot.Http.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
        {
            answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.StatusCode} {said}");
            said.ShouldBeEmpty("Slack is to do nothing but to be content");
        }

        return answer.StatusCode;
    }
}
