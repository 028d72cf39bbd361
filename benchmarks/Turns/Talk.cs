using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>A member's personal conversation in Teams, in which one triage of five turns follows the other.</summary>
internal sealed class Talk(Uri server, Connector connector, HttpClient http, int number)
{
    private static readonly char[] Letters = [.. "abcdefghijklmnopqrstuvwxyz"];
    private readonly string conversation = $"a:{number}";
    private readonly Random letters = new(number);
    private int said;

    public int Triages { get; private set; }

    /// <summary>One triage after the other until the time is over; one that has begun is finished.</summary>
    /// <returns>How long each turn took, in milliseconds.</returns>
    public async Task<IReadOnlyList<double>> GoOnAsync(Func<bool> isOver)
    {
        var latencies = new List<double>();
        while (!isOver())
        {
            foreach (var words in new[] { $"triage {Title()}", "service", "2", "details Seen in the warehouse by two analysts, since Tuesday", "create" })
                latencies.Add(await TurnAsync(words));
            Triages++;
        }
        return latencies;
    }

    /// <returns>From the post to both the reply at the connector and the answer to the post, in milliseconds.</returns>
    public async Task<double> TurnAsync(string words)
    {
        var started = TimeProvider.System.GetTimestamp();
        var reply = connector.NextAsync(conversation);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Activity(words).ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.PostAsync(new Uri(server, "api/messages"), content);
        answer.EnsureSuccessStatusCode();
        await reply.WaitAsync(TimeSpan.FromSeconds(30));
        return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Words that no other issue has, nor any like them, so that nothing looks alike.</summary>
    private string Title() => string.Join(' ', Enumerable.Range(0, 3).Select(_ => new string(letters.GetItems(Letters, 9))));

    private JsonObject Activity(string words) => new()
    {
        ["type"] = "message",
        ["id"] = $"{number}.{++said}",
        ["text"] = words,
        ["channelId"] = "msteams",
        ["serviceUrl"] = connector.Address.ToString(),
        ["from"] = new JsonObject { ["id"] = $"29:{number}", ["name"] = BenchmarkSquad.NameOf(number), ["aadObjectId"] = BenchmarkSquad.AccountOf(number) },
        ["recipient"] = new JsonObject { ["id"] = "28:hausmeister", ["name"] = "Hausmeister" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal" },
    };
}
