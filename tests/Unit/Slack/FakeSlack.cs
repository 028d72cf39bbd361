using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Hausmeister.Tests.Slack;

/// <summary>A message in Slack as it is now.</summary>
/// <param name="Json">What it was sent with.</param>
/// <param name="Viewer">Who alone sees it; null: everybody there.</param>
internal sealed record SlackPost(string Channel, string? Thread, string Ts, JsonObject Json, string? Viewer = null)
{
    public string Text => (string)Json["text"]!;

    public IEnumerable<JsonObject> Buttons => Found(Json["blocks"], "button");

    public IEnumerable<string> Labels => Buttons.Select(button => (string)button["text"]!["text"]!);

    public override string ToString() => $"{Text}\n[{string.Join("] [", Labels)}]";

    public static IEnumerable<JsonObject> Found(JsonNode? node, string type) => node switch
    {
        JsonObject o when (o["type"] as JsonValue)?.ToString() == type => [o],
        JsonObject o => o.SelectMany(member => Found(member.Value, type)),
        JsonArray a => a.SelectMany(item => Found(item, type)),
        _ => [],
    };
}

/// <summary>Slack's Web API, which keeps what it is told, and refuses what a test wants refused.</summary>
internal sealed class FakeSlack : HttpMessageHandler
{
    public const string Bot = "U0BOT";
    public const string Team = FakeSocket.Team;
    public const string Hooks = "hooks.slack.com";
    public const string Url = "https://acme.slack.com/";

    private readonly List<SlackPost> posts = [];
    private readonly List<SlackPost> ephemeral = [];
    private readonly Dictionary<string, (string Channel, string? Ts, string Viewer)> responses = [];
    private readonly Queue<(string Method, string Error, int? RetryAfter)> refusals = [];
    private readonly Dictionary<int, int> changes = [];
    private int made;

    /// <summary>Where Socket Mode listens, if it does.</summary>
    public Uri? Socket { get; set; }

    /// <summary>What is refused for as long as it says so: the error, by the method and what it was called with.</summary>
    public Func<string, JsonObject, string?> Refuses { get; set; } = (_, _) => null;

    /// <summary>Who is known by name, as <c>users.info</c> tells it, by id.</summary>
    public Dictionary<string, JsonNode> Users { get; } = [];

    /// <summary>Nobody is told who somebody is before this.</summary>
    public Task Names { get; set; } = Task.CompletedTask;

    /// <summary>What everybody sees.</summary>
    public IReadOnlyList<SlackPost> Posts => posts;

    /// <summary>What only one person sees.</summary>
    public IReadOnlyList<SlackPost> Ephemeral => ephemeral;

    /// <summary>People's own messages, which the bot may read.</summary>
    public List<(string Channel, JsonObject Json)> Others { get; } = [];

    /// <summary>How many of them Slack gives at once.</summary>
    public int PageSize { get; set; } = 200;

    /// <summary>Each person's page as it is now.</summary>
    public Dictionary<string, JsonObject> Homes { get; } = [];

    /// <summary>Channels that the bot is not in.</summary>
    public HashSet<string> Strange { get; } = [];

    /// <summary>Every call in its order: the method, and the channel or whom it was about.</summary>
    public List<(string Method, JsonObject Arguments)> Calls { get; } = [];

    public List<JsonObject> Views { get; } = [];

    /// <summary>What stands in the channels' topics.</summary>
    public Dictionary<string, string> Topics { get; } = [];

    /// <summary>What a method answers about a channel for as long as a test wants it to.</summary>
    public Dictionary<(string Method, string Channel), string> Errors { get; } = [];

    public IEnumerable<string> Methods => Calls.Select(call => call.Method);

    /// <summary>Nothing more can be posted to such a channel.</summary>
    public Func<string, bool> IsArchived { get; set; } = _ => false;

    /// <summary>The next call of the method is refused.</summary>
    public void Refuse(string method, string error, int? retryAfter = null) => refusals.Enqueue((method, error, retryAfter));

    public IReadOnlyList<SlackPost> In(string channel, string? thread = null) => [.. posts.Where(post => post.Channel == channel && post.Thread == thread)];

    public string NextTs() => string.Create(CultureInfo.InvariantCulture, $"{1_764_162_000 + ++made}.000100");

    /// <summary>An address that takes answers to what somebody tapped or typed.</summary>
    /// <param name="ts">Of the message that was tapped, which only they see; null: it was no message.</param>
    public string ResponseUrl(string channel, string viewer, string? ts = null)
    {
        var path = $"/actions/T0TEAM/{++made}/x";
        responses[path] = (channel, ts, viewer);
        return $"https://{Hooks}{path}";
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Host == Hooks)
            return await RespondAsync(request, cancellationToken);
        request.RequestUri.Host.ShouldBeOneOf("slack.test", "localhost");
        var method = request.RequestUri.Segments[^1];
        var token = method == "apps.connections.open" ? SlackHouse.AppToken : SlackHouse.Token;
        request.Headers.Authorization.ShouldNotBeNull().ToString().ShouldBe($"Bearer {token}");
        var arguments = Arguments(request.Content!.Headers.ContentType?.MediaType, await request.Content.ReadAsStringAsync(cancellationToken));
        Calls.Add((method, arguments));
        if (Errors.TryGetValue((method, (string?)arguments["channel"] ?? ""), out var lasting))
            return Refused(lasting, null);
        if (refusals.TryPeek(out var refusal) && refusal.Method == method)
        {
            refusals.Dequeue();
            return Refused(refusal.Error, refusal.RetryAfter);
        }

        if (method == "users.info")
            await Names;
        return Refuses(method, arguments) is { } error ? Refused(error, null) : Answer(method, arguments);
    }

    /// <summary>Methods that read take a form, and no JSON.</summary>
    private static JsonObject Arguments(string? type, string body) => type == "application/json"
        ? JsonNode.Parse(body)!.AsObject()
        : new JsonObject(QueryHelpers.ParseQuery(body).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)(string?)field.Value)));

    private HttpResponseMessage Answer(string method, JsonObject arguments) => method switch
    {
        "auth.test" => Ok(new JsonObject { ["user_id"] = Bot, ["team_id"] = Team, ["url"] = Url }),
        "chat.postMessage" when IsArchived((string)arguments["channel"]!) => Refused("is_archived", null),
        "chat.postMessage" => Post(arguments),
        "chat.postEphemeral" => Whisper(arguments),
        "conversations.history" => History(arguments),
        "views.publish" => Publish(arguments),
        "chat.update" => Update(arguments),
        "chat.delete" => Delete(arguments),
        "conversations.open" => Ok(new JsonObject { ["channel"] = new JsonObject { ["id"] = $"D{((string)arguments["users"]!)[1..]}" } }),
        "views.open" => Open(arguments),
        "views.update" => Follow(arguments),
        "conversations.info" => Ok(new JsonObject { ["channel"] = Channel((string)arguments["channel"]!) }),
        "conversations.setTopic" => SetTopic((string)arguments["channel"]!, (string)arguments["topic"]!),
        "users.info" when Users.TryGetValue((string)arguments["user"]!, out var user) => Ok(new JsonObject { ["user"] = user.DeepClone() }),
        "users.info" => Refused("user_not_found", null),
        "apps.connections.open" when Socket is { } socket => Ok(new JsonObject { ["url"] = $"{socket}?ticket={++made}" }),
        _ => Refused("unknown_method", null),
    };

    private async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization.ShouldBeNull();
        var arguments = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
        Calls.Add(("response_url", arguments));
        if (refusals.TryPeek(out var refusal) && refusal.Method == "response_url")
        {
            refusals.Dequeue();
            return Json(refusal.Error == "invalid_blocks" ? HttpStatusCode.BadRequest : HttpStatusCode.NotFound, new JsonObject { ["ok"] = false, ["error"] = refusal.Error });
        }

        var (channel, ts, viewer) = responses[request.RequestUri!.AbsolutePath];
        if ((bool)arguments["replace_original"]!)
            ephemeral[ephemeral.FindIndex(post => post.Ts == ts && post.Viewer == viewer)] = new(channel, null, ts!, arguments, viewer);
        else
            ephemeral.Add(new(channel, (string?)arguments["thread_ts"], NextTs(), arguments, viewer));
        return new(HttpStatusCode.OK) { Content = new StringContent("ok") };
    }

    private HttpResponseMessage Whisper(JsonObject arguments)
    {
        var (channel, ts) = ((string)arguments["channel"]!, NextTs());
        if (Strange.Contains(channel))
            return Refused("channel_not_found", null);
        ephemeral.Add(new(channel, (string?)arguments["thread_ts"], ts, arguments, (string)arguments["user"]!));
        return Ok(new JsonObject { ["message_ts"] = ts });
    }

    /// <summary>One message, or a page of those after one, newest first.</summary>
    private HttpResponseMessage History(JsonObject arguments) => arguments.ContainsKey("oldest") ? Since(arguments) : One(arguments);

    private HttpResponseMessage Since(JsonObject arguments)
    {
        var from = int.Parse((string?)arguments["cursor"] ?? "0", CultureInfo.InvariantCulture);
        var all = Others.Where(other => other.Channel == (string)arguments["channel"]! && string.CompareOrdinal((string)other.Json["ts"]!, (string)arguments["oldest"]!) > 0)
            .OrderByDescending(other => (string)other.Json["ts"]!, StringComparer.Ordinal).ToList();
        return Ok(new JsonObject
        {
            ["messages"] = new JsonArray([.. all.Skip(from).Take(PageSize).Select(other => other.Json.DeepClone())]),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = from + PageSize < all.Count ? $"{from + PageSize}" : "" },
        });
    }

    private HttpResponseMessage One(JsonObject arguments)
    {
        ((string)arguments["limit"]!, (string)arguments["inclusive"]!).ShouldBe(("1", "true"));
        var found = Others.Where(other => other.Channel == (string)arguments["channel"]! && string.CompareOrdinal((string)other.Json["ts"]!, (string)arguments["latest"]!) <= 0)
            .MaxBy(other => (string)other.Json["ts"]!, StringComparer.Ordinal);
        return Ok(new JsonObject { ["messages"] = found.Json is { } json ? new JsonArray(json.DeepClone()) : [] });
    }

    private HttpResponseMessage Publish(JsonObject arguments)
    {
        Homes[(string)arguments["user_id"]!] = arguments["view"]!.AsObject();
        return Ok([]);
    }

    private HttpResponseMessage Post(JsonObject arguments)
    {
        var post = new SlackPost((string)arguments["channel"]!, (string?)arguments["thread_ts"], NextTs(), arguments);
        posts.Add(post);
        return Ok(new JsonObject { ["channel"] = post.Channel, ["ts"] = post.Ts });
    }

    private HttpResponseMessage Update(JsonObject arguments)
    {
        var at = posts.FindIndex(post => post.Channel == (string)arguments["channel"]! && post.Ts == (string)arguments["ts"]!);
        if (at < 0)
            return Refused("message_not_found", null);
        posts[at] = posts[at] with { Json = arguments };
        return Ok([]);
    }

    private HttpResponseMessage Delete(JsonObject arguments) =>
        posts.RemoveAll(post => post.Channel == (string)arguments["channel"]! && post.Ts == (string)arguments["ts"]!) > 0 ? Ok([]) : Refused("message_not_found", null);

    private HttpResponseMessage Open(JsonObject arguments)
    {
        Views.Add(arguments["view"]!.AsObject());
        return Ok([]);
    }

    /// <summary>A view's hash changes with it.</summary>
    public string HashOf(int view) => $"{changes.GetValueOrDefault(view)}.h";

    private HttpResponseMessage Follow(JsonObject arguments)
    {
        var view = int.Parse(((string)arguments["view_id"]!)[1..], CultureInfo.InvariantCulture);
        if ((string?)arguments["hash"] != HashOf(view))
            return Refused("hash_conflict", null);
        Views[view - 1] = arguments["view"]!.AsObject();
        changes[view] = changes.GetValueOrDefault(view) + 1;
        return Ok(new JsonObject { ["view"] = new JsonObject { ["id"] = $"V{view}", ["hash"] = HashOf(view) } });
    }

    private JsonObject Channel(string id) => new()
    {
        ["id"] = id,
        ["is_channel"] = true,
        ["is_archived"] = false,
        ["is_member"] = true,
        ["topic"] = new JsonObject { ["value"] = Topics.GetValueOrDefault(id, ""), ["creator"] = Bot, ["last_set"] = 1_764_162_000 },
    };

    private HttpResponseMessage SetTopic(string channel, string topic)
    {
        if (topic.Length > 250)
            return Refused("too_long", null);
        // As Slack gives it back.
        Topics[channel] = topic.Replace("🔴", ":red_circle:", StringComparison.Ordinal).Replace("🟢", ":large_green_circle:", StringComparison.Ordinal);
        return Ok(new JsonObject { ["channel"] = Channel(channel) });
    }

    private static HttpResponseMessage Ok(JsonObject answer)
    {
        answer["ok"] = true;
        return Json(HttpStatusCode.OK, answer);
    }

    private static HttpResponseMessage Refused(string error, int? retryAfter)
    {
        var answer = Json(retryAfter is null ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, new JsonObject { ["ok"] = false, ["error"] = error });
        if (retryAfter is { } seconds)
            answer.Headers.Add("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
        return answer;
    }

    private static HttpResponseMessage Json(HttpStatusCode status, JsonObject body) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
