using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Hausmeister.Cards.Rendering;
using Hausmeister.Domain.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>The part of Slack's Web API that the bot uses. A call is sent once: what became of one that fails on its way is not known.</summary>
internal sealed partial class SlackApi(HttpClient http, SlackTroubles troubles, ILogger<SlackApi> logger)
{
    /// <returns>Who we are in Slack: the user's id and the workspace's, and the workspace's address in a browser.</returns>
    /// <exception cref="SlackException">Slack refuses, as in all of these.</exception>
    public async Task<(string User, string Team, string? Url)> WhoAmIAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync("auth.test", _ => { }, cancellationToken);
        return (answer.UserId ?? "", answer.TeamId ?? "", answer.Url);
    }

    /// <param name="thread">The message that is answered; null: the message stands by itself.</param>
    /// <returns>The message's time, which is its id in the channel.</returns>
    public async Task<string> PostAsync(string channel, string? thread, SlackMessage message, CancellationToken cancellationToken)
    {
        const string method = "chat.postMessage";
        var answer = await CallAsync(method, json =>
        {
            json.WriteString("channel", channel);
            if (thread is not null)
                json.WriteString("thread_ts", thread);
            Write(json, message);
        }, cancellationToken);
        return answer.Ts ?? throw Incomplete(method);
    }

    /// <summary>A message that only this person sees, until their Slack starts anew. The bot and they must be in the channel.</summary>
    /// <returns>The message's time. It cannot be changed by it.</returns>
    public async Task<string> PostEphemeralAsync(string channel, string? thread, string user, SlackMessage message, CancellationToken cancellationToken)
    {
        const string method = "chat.postEphemeral";
        var answer = await CallAsync(method, json =>
        {
            json.WriteString("channel", channel);
            json.WriteString("user", user);
            if (thread is not null)
                json.WriteString("thread_ts", thread);
            Write(json, message);
        }, cancellationToken);
        return answer.MessageTs ?? throw Incomplete(method);
    }

    public Task UpdateAsync(string channel, string ts, SlackMessage message, CancellationToken cancellationToken) => CallAsync("chat.update", json =>
    {
        WriteMessage(json, channel, ts);
        Write(json, message);
    }, cancellationToken);

    public Task DeleteAsync(string channel, string ts, CancellationToken cancellationToken) =>
        CallAsync("chat.delete", json => WriteMessage(json, channel, ts), cancellationToken);

    /// <returns>The channel of the direct message with the person.</returns>
    public async Task<string> OpenConversationAsync(string user, CancellationToken cancellationToken)
    {
        const string method = "conversations.open";
        var answer = await CallAsync(method, json => json.WriteString("users", user), cancellationToken);
        return answer.Channel.ValueKind == JsonValueKind.Object && answer.Channel.TryGetProperty("id", out var id) && id.GetString() is { } channel
            ? channel
            : throw Incomplete(method);
    }

    /// <returns>The message of a channel that the bot is in, not one of a thread but its first; null where there is none.</returns>
    public async Task<SlackEvent?> MessageAsync(string channel, string ts, CancellationToken cancellationToken)
    {
        var answer = await AskAsync("conversations.history", [new("channel", channel), new("latest", ts), new("inclusive", "true"), new("limit", "1")], cancellationToken);
        return answer.Messages?.FirstOrDefault(message => message.Ts == ts);
    }

    /// <param name="ts">Of the message after which it begins.</param>
    /// <param name="cursor">Where the page before ended; null: the first page.</param>
    /// <returns>A page of the channel's messages, newest first.</returns>
    public async Task<SlackPage> HistoryAsync(string channel, string ts, string? cursor, CancellationToken cancellationToken)
    {
        const string pageSize = "200";
        var answer = await AskAsync(
            "conversations.history", [new("channel", channel), new("oldest", ts), new("limit", pageSize), .. cursor is null ? [] : new[] { KeyValuePair.Create("cursor", cursor) }], cancellationToken);
        return new(answer.Messages ?? [], answer.ResponseMetadata?.NextCursor is { Length: > 0 } next ? next : null);
    }

    /// <returns>The channel's topic, as it was written or with Slack's own forms of it: entities, links, names of emoji.</returns>
    public async Task<string> TopicAsync(string channel, CancellationToken cancellationToken)
    {
        const string method = "conversations.info";
        var answer = await AskAsync(method, [new("channel", channel)], cancellationToken);
        return answer.Channel.ValueKind == JsonValueKind.Object && answer.Channel.TryGetProperty("topic", out var topic) && topic.TryGetProperty("value", out var value)
            ? value.GetString() ?? ""
            : throw Incomplete(method);
    }

    /// <summary>Each change is a line in the channel.</summary>
    public Task SetTopicAsync(string channel, string topic, CancellationToken cancellationToken) => CallAsync("conversations.setTopic", json =>
    {
        json.WriteString("channel", channel);
        json.WriteString("topic", topic);
    }, cancellationToken);

    public Task PublishHomeAsync(string user, SlackHome home, CancellationToken cancellationToken) => CallAsync("views.publish", json =>
    {
        json.WriteString("user_id", user);
        json.WritePropertyName("view");
        json.WriteRawValue(home.ToJson());
    }, cancellationToken);

    /// <param name="trigger">Of a tap that is at most three seconds old.</param>
    public Task OpenViewAsync(string trigger, SlackModal modal, CancellationToken cancellationToken) => CallAsync("views.open", json =>
    {
        json.WriteString("trigger_id", trigger);
        json.WritePropertyName("view");
        json.WriteRawValue(modal.ToJson());
    }, cancellationToken);

    /// <summary>What was typed stays where the fields stay.</summary>
    /// <param name="hash">As the view was: Slack refuses to change one that is another by now.</param>
    /// <returns>The hash that it has now.</returns>
    public async Task<string?> UpdateViewAsync(string view, string? hash, SlackModal modal, CancellationToken cancellationToken)
    {
        var answer = await CallAsync("views.update", json =>
        {
            json.WriteString("view_id", view);
            if (hash is not null)
                json.WriteString("hash", hash);
            json.WritePropertyName("view");
            json.WriteRawValue(modal.ToJson());
        }, cancellationToken);
        return answer.View?.Hash;
    }

    public async Task<SlackUser> UserAsync(string user, CancellationToken cancellationToken)
    {
        const string method = "users.info";
        var answer = await AskAsync(method, [new("user", user)], cancellationToken);
        return answer.User.ValueKind == JsonValueKind.Object && SlackPayloadJson.Read(JsonMarshal.GetRawUtf8Value(answer.User), SlackPayloadJson.Default.SlackUser) is { } found
            ? found
            : throw Incomplete(method);
    }

    /// <param name="appToken">The app's own token: it is the app that listens, and not the bot.</param>
    /// <returns>Where Socket Mode's next connection goes; it is good for one.</returns>
    public async Task<string> OpenSocketAsync(string appToken, CancellationToken cancellationToken)
    {
        const string method = "apps.connections.open";
        using var nothing = new FormUrlEncodedContent([]);
        var answer = await SendAsync(method, nothing, appToken, cancellationToken);
        return answer.Ok ? answer.Url ?? throw Incomplete(method) : throw Refusal(method, answer);
    }

    /// <summary>Nothing in a text becomes a link or calls somebody that the blocks do not say.</summary>
    public static void Write(Utf8JsonWriter json, SlackMessage message)
    {
        using var members = JsonDocument.Parse(message.ToJson());
        foreach (var member in members.RootElement.EnumerateObject())
            member.WriteTo(json);
        foreach (var off in new[] { "mrkdwn", "link_names", "unfurl_links", "unfurl_media" })
            json.WriteBoolean(off, false);
    }

    private static void WriteMessage(Utf8JsonWriter json, string channel, string ts)
    {
        json.WriteString("channel", channel);
        json.WriteString("ts", ts);
    }

    private async Task<SlackAnswer> CallAsync(string method, Action<Utf8JsonWriter> arguments, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            arguments(json);
            json.WriteEndObject();
        }
        using var content = new ByteArrayContent(body.GetBuffer(), 0, (int)body.Length);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return Told(method, await SendAsync(method, content, token: null, cancellationToken));
    }

    /// <summary>What only reads takes a form, and no JSON. Source: docs.slack.dev/apis/web-api, "Methods supporting JSON".</summary>
    private async Task<SlackAnswer> AskAsync(string method, IEnumerable<KeyValuePair<string, string>> arguments, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(arguments);
        return Told(method, await SendAsync(method, form, token: null, cancellationToken));
    }

    /// <param name="token">Null: the bot's.</param>
    private async Task<SlackAnswer> SendAsync(string method, HttpContent content, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(method, UriKind.Relative)) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            throw SlackException.Of(method, SlackException.RateLimited, response.Headers.RetryAfter?.Delta);
        if (!response.IsSuccessStatusCode)
            throw SlackException.Of(method, $"{SlackException.Http}{(int)response.StatusCode}");
        return await ReadAsync(method, response, cancellationToken);
    }

    private static async Task<SlackAnswer> ReadAsync(string method, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(SlackPayloadJson.Default.SlackAnswer, cancellationToken) ?? throw Incomplete(method);
        }
        catch (JsonException)
        {
            throw Incomplete(method);
        }
    }

    /// <summary>Whoever runs the bot is told once that the token is not taken any more, and not with every message.</summary>
    private SlackAnswer Told(string method, SlackAnswer answer)
    {
        if (answer.Ok)
        {
            troubles.See(ChannelTroubleKind.Token, why: null);
            return answer;
        }

        var refusal = Refusal(method, answer);
        if (refusal.IsOfToken && troubles.See(ChannelTroubleKind.Token, refusal.Message))
            Log.TokenRefused(logger, refusal.Error);
        throw refusal;
    }

    private static SlackException Refusal(string method, SlackAnswer answer) => SlackException.Of(method, answer.Error ?? "unknown_error");

    private static SlackException Incomplete(string method) => SlackException.Of(method, SlackException.Incomplete);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Slack does not take Slack:BotToken ({Error}): nobody can be written to there until the app is installed again and its token set")]
        public static partial void TokenRefused(ILogger logger, string error);
    }
}
