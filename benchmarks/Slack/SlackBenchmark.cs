using Hausmeister.Benchmarks.Turns;

namespace Hausmeister.Benchmarks.Slack;

/// <summary>From a signed event of Slack's to its acknowledgement, which is the turn's commit, from outside.</summary>
internal static class SlackBenchmark
{
    private static readonly int[] People = [1, 16, 64];

    /// <summary>What was said must also have been answered by then.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    /// <summary>A person writes once a second, so that a measurement takes longer than one of talks without a pause.</summary>
    private const int Longer = 3;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        await using var sink = await SlackSink.StartAsync();
        await using var connector = await Connector.StartAsync();
        await using var server = Server.StartBot(options, "FULL", more: sink.Settings);
        using var client = new Client(server, connector, Enumerable.Range(1, People.Max()));
        await client.FirstTurnAsync();
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null });
        var writers = client.Talks.Select((talk, index) => new SlackWriter(server.Address, http, talk.Triage, index + 1)).ToList();
        await WriteAsync(writers, options.Pace.FirstWarmUp);
        Console.WriteLine("| people who write once a second | events | median, ms | 99th percentile, ms | longest, ms | others busy, % of a core |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var count in People)
            await MeasureAsync(server, writers, count, options.Pace.Time * Longer);
        await AnsweredAsync(sink, writers.Sum(writer => writer.Said));
    }

    private static async Task MeasureAsync(Server server, List<SlackWriter> writers, int count, TimeSpan time)
    {
        var (busy, started) = (BusyTime.Of(server), TimeProvider.System.GetTimestamp());
        var latencies = await WriteAsync(writers.Take(count), time);
        var others = (BusyTime.Of(server) - busy).Others / TimeProvider.System.GetElapsedTime(started);
        Console.WriteLine(FormattableString.Invariant(
            $"| {count} | {latencies.Count} | {latencies[latencies.Count / 2]:0.0} | {latencies[(int)(latencies.Count * 0.99)]:0.0} | {latencies[^1]:0.0} | {100 * others:0} |"));
    }

    /// <returns>The shortest first.</returns>
    private static async Task<IReadOnlyList<double>> WriteAsync(IEnumerable<SlackWriter> writers, TimeSpan time)
    {
        var latencies = await Task.WhenAll(writers.Select(writer => writer.GoOnAsync(time, CancellationToken.None)));
        return [.. latencies.SelectMany(l => l).Order()];
    }

    /// <exception cref="TimeoutException">Something that was acknowledged was not answered.</exception>
    private static async Task AnsweredAsync(SlackSink sink, int said)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (sink.Posts < said)
        {
            if (deadline.IsCancellationRequested)
                throw new TimeoutException($"{said} events were acknowledged and {sink.Posts} answered.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        }
    }
}
