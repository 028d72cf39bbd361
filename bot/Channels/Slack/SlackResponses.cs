using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Hausmeister.Bot.Hosting;
using Hausmeister.Cards.Rendering;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// The addresses that take an answer to a tap on what only one person sees, or to a slash command: nothing else changes such a message, and
/// they work in channels without the bot. Each lives half an hour and takes five answers, so they are kept in memory alone. They are called
/// without our token, and whatever is said, they are Slack's.
/// </summary>
internal sealed class SlackResponses(HttpClient http, SlackSettings settings, [FromKeyedServices(HouseClock.Real)] TimeProvider real)
{
    /// <summary>See docs.slack.dev/interactivity/handling-user-interaction: a little before Slack does, they are forgotten here.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(29);

    public const int MostUses = 5;
    public const int MostKept = 1_000;

    private const string SlacksHost = "hooks.slack.com";
    private const string Method = "response_url";

    private readonly ConcurrentDictionary<string, Address> kept = new();

    public int Count => kept.Count;

    /// <param name="keys">The message that was tapped, and the conversation in which is answered.</param>
    public void Keep(string? url, params IEnumerable<string> keys)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || !IsSlacks(parsed))
            return;
        Forget();
        var address = new Address(parsed, real.GetUtcNow() + Lifetime);
        foreach (var key in keys)
            kept[key] = address;
    }

    /// <param name="thread">Where a new message goes; null: into no thread.</param>
    /// <param name="replaces">The message becomes the tapped one; else it is a new one that only the same person sees.</param>
    /// <returns>False where no address is known for the key, or Slack takes nothing there any more: nothing was said.</returns>
    /// <exception cref="SlackException">It may be tried again, later or in another form.</exception>
    public async Task<bool> TryAnswerAsync(string key, string? thread, SlackMessage message, bool replaces, CancellationToken cancellationToken)
    {
        if (!kept.TryGetValue(key, out var address) || !address.Take(real.GetUtcNow()))
            return false;
        using var content = new ByteArrayContent(Body(thread, message, replaces));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var response = await http.PostAsync(address.Url, content, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            throw SlackException.Of(Method, SlackException.RateLimited, response.Headers.RetryAfter?.Delta);
        if ((int)response.StatusCode >= StatusCodes.Status500InternalServerError)
            throw SlackException.Of(Method, $"{SlackException.Http}{(int)response.StatusCode}");
        // Where it is refused the body is a word, or an object with one.
        var words = await response.Content.ReadAsStringAsync(cancellationToken);
        if (words.Contains(SlackException.InvalidBlocks, StringComparison.Ordinal))
            throw SlackException.Of(Method, SlackException.InvalidBlocks);
        return response.IsSuccessStatusCode && !words.Contains("\"ok\":false", StringComparison.Ordinal);
    }

    /// <summary>A tap says where it is answered, and nobody may have us post anywhere else. While trying out, that is the other Slack of the settings.</summary>
    private bool IsSlacks(Uri url) => settings.ApiAddress == SlackSettings.UsualApiAddress
        ? url is { Scheme: "https", IsDefaultPort: true, Host: SlacksHost }
        : url is { Scheme: "https", IsDefaultPort: true, Host: SlacksHost } || (url.Scheme, url.Authority) == (settings.ApiAddress.Scheme, settings.ApiAddress.Authority);

    private static byte[] Body(string? thread, SlackMessage message, bool replaces)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("response_type", "ephemeral");
            json.WriteBoolean("replace_original", replaces);
            if (thread is not null && !replaces)
                json.WriteString("thread_ts", thread);
            SlackApi.Write(json, message);
            json.WriteEndObject();
        }

        return body.ToArray();
    }

    /// <summary>What has expired, and where there are too many the oldest.</summary>
    private void Forget()
    {
        var now = real.GetUtcNow();
        foreach (var old in kept.Where(pair => pair.Value.Until <= now))
            kept.TryRemove(old);
        foreach (var oldest in kept.OrderBy(pair => pair.Value.Until).Take(kept.Count - MostKept))
            kept.TryRemove(oldest);
    }

    private sealed class Address(Uri url, DateTimeOffset until)
    {
        private int uses;

        public Uri Url => url;

        public DateTimeOffset Until => until;

        public bool Take(DateTimeOffset now) => now < until && Interlocked.Increment(ref uses) <= MostUses;
    }
}
