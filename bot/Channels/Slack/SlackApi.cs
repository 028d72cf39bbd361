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
    /// <returns>Who we are in Slack: the user's id and the workspace's.</returns>
    /// <exception cref="SlackException">Slack refuses, as in all of these.</exception>
    public async Task<(string User, string Team)> WhoAmIAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync("auth.test", _ => { }, cancellationToken);
        return (answer.UserId ?? "", answer.TeamId ?? "");
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

    /// <param name="trigger">Of a tap that is at most three seconds old.</param>
    public Task OpenViewAsync(string trigger, SlackModal modal, CancellationToken cancellationToken) => CallAsync("views.open", json =>
    {
        json.WriteString("trigger_id", trigger);
        json.WritePropertyName("view");
        json.WriteRawValue(modal.ToJson());
    }, cancellationToken);

    public async Task<SlackUser> UserAsync(string user, CancellationToken cancellationToken)
    {
        const string method = "users.info";
        // Methods that only read take a form and no JSON.
        using var form = new FormUrlEncodedContent([new("user", user)]);
        var answer = Told(method, await SendAsync(method, form, token: null, cancellationToken));
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
    private static void Write(Utf8JsonWriter json, SlackMessage message)
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
