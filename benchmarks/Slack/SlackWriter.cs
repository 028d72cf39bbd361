using System.Globalization;
using System.Text;
using Hausmeister.Benchmarks.Turns;
using Hausmeister.Bot.Channels.Slack;

namespace Hausmeister.Benchmarks.Slack;

/// <summary>A member's direct message in Slack, in which they write once a second: one triage of five turns follows the other.</summary>
/// <param name="words">What is said in the next triage.</param>
internal sealed class SlackWriter(Uri server, HttpMessageInvoker http, Func<string[]> words, int number)
{
    /// <summary>As fast as Slack takes the answers.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly Uri events = new(server, "slack/events");
    private readonly Queue<string> next = [];
    private int said;

    public int Said => said;

    /// <returns>From the post to the acknowledgement of each event, in milliseconds.</returns>
    public async Task<IReadOnlyList<double>> GoOnAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var latencies = new List<double>();
        var started = TimeProvider.System.GetTimestamp();
        // Not all of them at the same moment.
        await Task.Delay(Step * (number % BenchmarkSquad.Members) / BenchmarkSquad.Members, cancellationToken);
        while (TimeProvider.System.GetElapsedTime(started) < time)
        {
            var pause = Task.Delay(Step, cancellationToken);
            latencies.Add(await SayAsync());
            await pause;
        }
        return latencies;
    }

    /// <exception cref="HttpRequestException">It was not acknowledged.</exception>
    public async Task<double> SayAsync()
    {
        if (next.Count == 0)
            foreach (var text in words())
                next.Enqueue(text);
        using var request = Signed(Event(next.Peek()));
        var started = TimeProvider.System.GetTimestamp();
        using var answer = await http.SendAsync(request, CancellationToken.None);
        var took = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
        answer.EnsureSuccessStatusCode();
        next.Dequeue();
        said++;
        return took;
    }

    private HttpRequestMessage Signed(byte[] body)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, events) { Content = new ByteArrayContent(body) };
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.SignatureHeader, SlackSignature.Of(SlackSink.Secret, timestamp, body));
        return request;
    }

    private byte[] Event(string text) => Encoding.UTF8.GetBytes(
        $$$"""
        {"type":"event_callback","team_id":"{{{SlackSink.Team}}}","event_id":"Ev{{{number}}}.{{{said}}}","event":{"type":"message","channel_type":"im",
        "channel":"D0M{{{number}}}","user":"{{{BenchmarkSquad.SlackAccountOf(number)}}}","text":"{{{text}}}","ts":"{{{1_764_162_000 + said}}}.000100"}}
        """);
}
