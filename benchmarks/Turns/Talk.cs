using System.Net.Http.Headers;
using System.Text;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>A member's personal conversation in Teams, in which one triage of five turns follows the other.</summary>
internal sealed class Talk(Uri server, Connector connector, HttpMessageInvoker http, int number)
{
    private static readonly char[] Letters = [.. "abcdefghijklmnopqrstuvwxyz"];
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly Uri messages = new(server, "api/messages");
    private readonly string conversation = ConversationOf(number);
    private readonly Random letters = new(number);
    private int said;

    public int Triages { get; private set; }

    public static string ConversationOf(int number) => $"a:{number}";

    public static string AccountOf(int number) => $"29:{number}";

    /// <summary>One triage after the other until the time is over; one that has begun is finished.</summary>
    /// <returns>How long each turn took, in milliseconds.</returns>
    public async Task<IReadOnlyList<double>> GoOnAsync(Func<bool> isOver)
    {
        var latencies = new List<double>();
        while (!isOver())
        {
            foreach (var words in Triage())
                latencies.Add(await TurnAsync(words));
            Triages++;
        }
        return latencies;
    }

    /// <summary>What is said in a triage.</summary>
    public string[] Triage() => [$"triage {Title()}", "service", "2", "details Seen in the warehouse by two analysts, since Tuesday", "create"];

    /// <returns>From the post to both the reply at the connector and the answer to the post, in milliseconds.</returns>
    public async Task<double> TurnAsync(string words)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, messages) { Content = new ByteArrayContent(Activity(words)) };
        request.Content.Headers.ContentType = Json;
        var started = TimeProvider.System.GetTimestamp();
        var reply = connector.NextAsync(conversation);
        using var answer = await http.SendAsync(request, CancellationToken.None);
        answer.EnsureSuccessStatusCode();
        await reply.WaitAsync(TimeSpan.FromSeconds(30));
        return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Words that no other issue has, nor any like them, so that nothing looks alike.</summary>
    private string Title() => string.Join(' ', Enumerable.Range(0, 3).Select(_ => new string(letters.GetItems(Letters, 9))));

    private byte[] Activity(string words) => Encoding.UTF8.GetBytes(
        $$$"""
        {"type":"message","id":"{{{number}}}.{{{++said}}}","text":"{{{words}}}","channelId":"msteams","serviceUrl":"{{{connector.Address}}}",
        "from":{"id":"{{{AccountOf(number)}}}","name":"{{{BenchmarkSquad.NameOf(number)}}}","aadObjectId":"{{{BenchmarkSquad.AccountOf(number)}}}"},
        "recipient":{"id":"28:hausmeister","name":"Hausmeister"},"conversation":{"id":"{{{conversation}}}","conversationType":"personal"}}
        """);
}
