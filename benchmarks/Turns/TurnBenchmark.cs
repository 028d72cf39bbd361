namespace Hausmeister.Benchmarks.Turns;

/// <summary>A five-turn triage by text against the floor and against the bot, in the same run.</summary>
internal static class TurnBenchmark
{
    private static readonly int[] Conversations = [1, 16, 64];

    /// <summary>So many talk while the server warms up.</summary>
    private const int AtWarmUp = 16;

    /// <summary>From the first turn until the memory of an idle server is read.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(BenchmarkOptions options)
    {
        Console.WriteLine(FormattableString.Invariant($"This disk: {FsyncRate.Measure():0} fsyncs a second. Load average at the start, the build included: {LoadAverage()}.\n"));
        var folder = Directory.CreateTempSubdirectory("hausmeister-bench");
        try
        {
            await using var connector = await Connector.StartAsync();
            var many = Path.Combine(folder.FullName, "many.db");
            await ManyConversations.WriteAsync(many, options, connector);
            var candidates = Candidates(options, many);
            for (var run = 1; run <= options.Pace.Runs; run++)
                foreach (var candidate in candidates)
                {
                    await Console.Error.WriteLineAsync($"run {run} of {options.Pace.Runs}: {candidate.Name}");
                    candidate.Add(await RunAsync(candidate, connector, options.Pace));
                }
            Report.Write(candidates);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Measured one after the other in each run, so that a noisy minute hits all.</summary>
    private static Candidate[] Candidates(BenchmarkOptions options, string many)
    {
        var floor = new Candidate("floor", Server.StartFloor);
        var normal = new Candidate("NORMAL", () => Server.StartBot(options, "NORMAL"), floor);
        var full = new Candidate("FULL", () => Server.StartBot(options, "FULL"), floor);
        var withMany = new Candidate(FormattableString.Invariant($"NORMAL, {options.Pace.ManyConversations:#,0} in the file"), () => Server.StartBot(options, "NORMAL", many), normal);
        return [floor, normal, full, withMany];
    }

    private static async Task<Run> RunAsync(Candidate candidate, Connector connector, Pace pace)
    {
        await using var server = candidate.Start();
        using var client = new Client(server, connector, Enumerable.Range(1, Conversations.Max()));
        await client.FirstTurnAsync();
        var first = server.Age;
        await Task.Delay(Rest);
        var idle = server.ResidentMegabytes;
        await client.TalkAsync(AtWarmUp, pace.FirstWarmUp);
        var measured = new Dictionary<int, Measurement>();
        foreach (var count in Conversations)
        {
            await client.TalkAsync(count, pace.WarmUp);
            measured[count] = await client.MeasureAsync(count, pace.Time);
        }
        return new Run(measured, first, idle, server.PeakMegabytes);
    }

    private static string LoadAverage() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
