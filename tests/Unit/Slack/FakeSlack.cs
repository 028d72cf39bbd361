using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Hausmeister.Tests.Slack;

/// <summary>A message in Slack as it is now.</summary>
/// <param name="Json">What it was sent with.</param>
internal sealed record SlackPost(string Channel, string? Thread, string Ts, JsonObject Json)
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

    private readonly List<SlackPost> posts = [];
    private readonly Queue<(string Method, string Error, int? RetryAfter)> refusals = [];
    private int made;

    /// <summary>Where Socket Mode listens, if it does.</summary>
    public Uri? Socket { get; set; }

    /// <summary>What is refused for as long as it says so: the error, by the method and what it was called with.</summary>
    public Func<string, JsonObject, string?> Refuses { get; set; } = (_, _) => null;

    /// <summary>Who is known by name, as <c>users.info</c> tells it, by id.</summary>
    public Dictionary<string, JsonNode> Users { get; } = [];

    /// <summary>Nobody is told who somebody is before this.</summary>
    public Task Names { get; set; } = Task.CompletedTask;

    public IReadOnlyList<SlackPost> Posts => posts;

    /// <summary>Every call in its order: the method, and the channel or whom it was about.</summary>
    public List<(string Method, JsonObject Arguments)> Calls { get; } = [];

    public List<JsonObject> Views { get; } = [];

    public IEnumerable<string> Methods => Calls.Select(call => call.Method);

    /// <summary>The next call of the method is refused.</summary>
    public void Refuse(string method, string error, int? retryAfter = null) => refusals.Enqueue((method, error, retryAfter));

    public IReadOnlyList<SlackPost> In(string channel, string? thread = null) => [.. posts.Where(post => post.Channel == channel && post.Thread == thread)];

    public string NextTs() => string.Create(CultureInfo.InvariantCulture, $"{1_764_162_000 + ++made}.000100");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var method = request.RequestUri!.Segments[^1];
        var token = method == "apps.connections.open" ? SlackHouse.AppToken : SlackHouse.Token;
        request.Headers.Authorization.ShouldNotBeNull().ToString().ShouldBe($"Bearer {token}");
        var arguments = ArgumentsOf(request.Content!.Headers.ContentType?.MediaType, await request.Content.ReadAsStringAsync(cancellationToken));
        Calls.Add((method, arguments));
        if (refusals.TryPeek(out var refusal) && refusal.Method == method)
        {
            refusals.Dequeue();
            return Refused(refusal.Error, refusal.RetryAfter);
        }

        if (method == "users.info")
            await Names;
        return Refuses(method, arguments) is { } error ? Refused(error, null) : Answer(method, arguments);
    }

    /// <summary>Methods that only read take no JSON.</summary>
    private static JsonObject ArgumentsOf(string? type, string body) => type == "application/x-www-form-urlencoded"
        ? new(QueryHelpers.ParseQuery(body).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString())))
        : JsonNode.Parse(body)!.AsObject();

    private HttpResponseMessage Answer(string method, JsonObject arguments) => method switch
    {
        "auth.test" => Ok(new JsonObject { ["user_id"] = Bot, ["team_id"] = Team }),
        "chat.postMessage" => Post(arguments),
        "chat.update" => Update(arguments),
        "chat.delete" => Delete(arguments),
        "conversations.open" => Ok(new JsonObject { ["channel"] = new JsonObject { ["id"] = $"D{((string)arguments["users"]!)[1..]}" } }),
        "views.open" => Open(arguments),
        "users.info" when Users.TryGetValue((string)arguments["user"]!, out var user) => Ok(new JsonObject { ["user"] = user.DeepClone() }),
        "users.info" => Refused("user_not_found", null),
        "apps.connections.open" when Socket is { } socket => Ok(new JsonObject { ["url"] = $"{socket}?ticket={++made}" }),
        _ => Refused("unknown_method", null),
    };

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
