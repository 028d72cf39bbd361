using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Hosting;

namespace Hausmeister.Tests.Slack;

/// <summary>A request that is not what Slack sends.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Status">How it is to be answered.</param>
internal sealed record Abuse(string Kind, string Door, string Body, string? Timestamp, string? Signature, int Status);

/// <summary>Request after request out of a seed, each only of its number.</summary>
/// <param name="now">By which it is signed.</param>
/// <param name="honest">An event that was taken before.</param>
/// <param name="tap">What came of a button.</param>
/// <param name="command">A command that was taken before.</param>
internal sealed class SlackAbuse(int seed, DateTimeOffset now, string honest, string tap, string command)
{
    private static readonly string[] Doors = ["events", "interactivity", "commands"];

    private static readonly string[] Types = ["reaction_added", "team_join", "channel_rename", "pin_added", "emoji_changed", "okapi", "", "message.im", "MESSAGE"];

    public Abuse Of(int number)
    {
        var random = new Random(unchecked((int)((uint)number * 2_654_435_761u) ^ seed));
        var door = Doors[random.Next(Doors.Length)];
        var body = door switch
        {
            "events" => honest,
            "commands" => command,
            _ => tap,
        };
        return random.Next(100) switch
        {
            < 12 => Signed("wrong signature", door, Spoilt(random, body), 401) with { Signature = $"v0={Hex(random)}" },
            < 18 => Signed("no signature", door, body, 401) with { Signature = null },
            < 22 => Signed("no timestamp", door, body, 401) with { Timestamp = random.Next(2) == 0 ? null : "soon" },
            < 30 => Aged("stale", door, body, -random.Next(301, 1_000_000)),
            < 34 => Aged("from the future", door, body, random.Next(301, 1_000_000)),
            < 40 => Signed("changed after it was signed", door, body, 401) with { Body = body + " " },
            < 46 => Signed("signed with another secret", door, body, 401) with { Signature = SlackSignature.Of("another", Stamp(0), Encoding.UTF8.GetBytes(body)) },
            < 52 => Signed("replayed", "events", honest, 200),
            < 56 => Signed("replayed command", "commands", command, 200),
            < 68 => Signed("broken JSON", "events", honest[..random.Next(honest.Length)], 400),
            < 74 => Signed("broken payload", "interactivity", $"payload={Uri.EscapeDataString(Shortened(random))}", 400),
            < 82 => Signed("unknown event", "events", Event(new JsonObject { ["type"] = Types[random.Next(Types.Length)], ["x"] = Strange(random) }), 200),
            < 84 => Signed("unknown interaction", "interactivity", $"payload={{\"type\":\"{Types[random.Next(Types.Length)]}\"}}", 200),
            < 86 => Signed("unknown envelope", "events", new JsonObject { ["type"] = Types[random.Next(Types.Length)], ["x"] = Strange(random) }.ToJsonString(), 200),
            < 88 => Signed("another workspace's command", "commands", $"command=%2Fhausmeister&text=who&user_id=U0ANA&channel_id=C1&team_id=T{Hex(random)}", 403),
            < 90 => Signed("another workspace", "events", Event(new JsonObject { ["type"] = "message" }, $"T{Hex(random)}"), 403),
            < 94 => Signed("a message of another shape", "events", Event(new JsonObject { ["type"] = "message", ["user"] = "U0ANA", ["channel"] = "D0ANA", ["ts"] = Strange(random), ["text"] = "who" }), 400),
            < 98 => Signed("another workspace's tap", "interactivity", $"payload={{\"type\":\"block_actions\",\"team\":{{\"id\":\"T{Hex(random)}\"}}}}", 403),
            _ => Signed("huge", door, new string((char)random.Next(' ', '~'), Limits.BodyBytes + random.Next(1, 100_000)), 413),
        };
    }

    private Abuse Signed(string kind, string door, string body, int status) =>
        new(kind, door, body, Stamp(0), SlackSignature.Of(SlackHouse.Secret, Stamp(0), Encoding.UTF8.GetBytes(body)), status);

    private Abuse Aged(string kind, string door, string body, int seconds) =>
        new(kind, door, body, Stamp(seconds), SlackSignature.Of(SlackHouse.Secret, Stamp(seconds), Encoding.UTF8.GetBytes(body)), 401);

    private string Stamp(int seconds) => (now.ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);

    private string Shortened(Random random)
    {
        var payload = Uri.UnescapeDataString(tap["payload=".Length..]);
        return payload[..random.Next(payload.Length)];
    }

    private static string Event(JsonObject news, string team = FakeSlack.Team) =>
        new JsonObject { ["type"] = "event_callback", ["team_id"] = team, ["event"] = news }.ToJsonString();

    private static string Spoilt(Random random, string body)
    {
        var at = random.Next(body.Length);
        return body[..at] + (char)random.Next(1, 0xd800) + body[at..];
    }

    private static string Hex(Random random) => random.NextInt64().ToString("X16", CultureInfo.InvariantCulture);

    /// <summary>Anything but a message's time.</summary>
    private static JsonNode? Strange(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => true,
        2 => random.Next(),
        3 => new JsonArray(Enumerable.Range(0, random.Next(50)).Select(n => (JsonNode?)n).ToArray()),
        4 => new JsonObject { ["id"] = "C1" },
        5 => "../../1",
        6 => new string('9', 5_000),
        7 => "1764162000.1/x",
        _ => "<!channel>\0",
    };
}
