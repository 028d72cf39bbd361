using System.Diagnostics;

namespace Hausmeister.Benchmarks.Turns;

/// <param name="Bot">The built bot, <c>hausmeister.dll</c>.</param>
/// <param name="Squad">The sample squad's file.</param>
internal sealed record BenchmarkOptions(string Bot, string Squad);

/// <summary>A five-turn triage by text against the floor and against the bot, in the same run.</summary>
internal static class TurnBenchmark
{
    private const int Runs = 3;
    private static readonly int[] Conversations = [1, 16, 64];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(6);

    /// <summary>For the issues of the last triages, which are created behind the turns.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(BenchmarkOptions options)
    {
        await using var connector = await Connector.StartAsync();
        Console.WriteLine(FormattableString.Invariant($"This disk: {FsyncRate.Measure():0} fsyncs a second\n"));
        foreach (var candidate in Candidates(options))
            await MeasureAsync(candidate, connector);
    }

    private static Candidate[] Candidates(BenchmarkOptions options) =>
    [
        new("floor", Floor, IsBot: false),
        new("bot, NORMAL", () => Bot(options, "NORMAL"), IsBot: true),
        new("bot, FULL", () => Bot(options, "FULL"), IsBot: true),
    ];

    private static Server Floor() => Server.Start(address => [typeof(TurnBenchmark).Assembly.Location, "floor", address.ToString()], _ => []);

    private static Server Bot(BenchmarkOptions options, string synchronous) => Server.Start(
        address => [options.Bot, "--contentRoot", Path.GetDirectoryName(options.Bot)!, "--Urls", address.ToString()],
        folder => new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Storage__File"] = Path.Combine(folder, "hausmeister.db"),
            ["Storage__Synchronous"] = synchronous,
            ["Squads__Folder"] = BenchmarkSquad.WriteTo(Path.Combine(folder, "squads"), options.Squad, Conversations.Max()),
        });

    private static async Task MeasureAsync(Candidate candidate, Connector connector)
    {
        var runs = new List<Run>();
        for (var run = 0; run < Runs; run++)
            runs.Add(await RunAsync(candidate, connector));
        Report.Write(candidate.Name, runs);
    }

    private static async Task<Run> RunAsync(Candidate candidate, Connector connector)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var server = candidate.Start();
        using var http = new HttpClient();
        var talks = Enumerable.Range(1, Conversations.Max()).Select(number => new Talk(server.Address, connector, http, number)).ToList();
        await FirstTurnAsync(talks[0]);
        var first = TimeProvider.System.GetElapsedTime(started);
        var idle = server.ResidentMegabytes;
        var measured = new Dictionary<int, Measurement>();
        foreach (var count in Conversations)
        {
            await TalkAsync(server, talks.Take(count), WarmUp);
            measured[count] = await TalkAsync(server, talks.Take(count), Time);
        }
        if (candidate.IsBot)
            await CheckAsync(server, http, talks.Sum(talk => talk.Triages));
        return new Run(measured, first, idle, server.PeakMegabytes);
    }

    /// <summary>Asked again until the server listens.</summary>
    private static async Task FirstTurnAsync(Talk talk)
    {
        while (true)
        {
            try
            {
                await talk.TurnAsync("who");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }
        }
    }

    private static async Task<Measurement> TalkAsync(Server server, IEnumerable<Talk> talks, TimeSpan time)
    {
        var (cpu, allocated, clock) = (server.Cpu, server.Allocated, Stopwatch.StartNew());
        var latencies = await Task.WhenAll(talks.Select(talk => talk.GoOnAsync(() => clock.Elapsed > time)));
        return Measurement.Of([.. latencies.SelectMany(l => l)], clock.Elapsed, server.Cpu - cpu, server.Allocated - allocated);
    }

    /// <summary>Speed counts only where every triage has become an issue.</summary>
    private static async Task CheckAsync(Server server, HttpClient http, int triages)
    {
        var newest = new Uri(server.Address, $"issues/nubank/itaipu/{triages}");
        for (var clock = Stopwatch.StartNew(); !await IsThereAsync(http, newest); await Task.Delay(TimeSpan.FromSeconds(1)))
            if (clock.Elapsed > Patience)
                throw new InvalidOperationException($"There should be {triages} issues.");
        if (await IsThereAsync(http, new Uri(server.Address, $"issues/nubank/itaipu/{triages + 1}")))
            throw new InvalidOperationException($"There should be no more than {triages} issues.");
    }

    private static async Task<bool> IsThereAsync(HttpClient http, Uri page)
    {
        using var answer = await http.GetAsync(page);
        return answer.IsSuccessStatusCode;
    }
}

internal sealed record Candidate(string Name, Func<Server> Start, bool IsBot);

/// <param name="Measured">By the number of conversations.</param>
/// <param name="FirstTurn">From the start of the process to the first answer.</param>
internal sealed record Run(IReadOnlyDictionary<int, Measurement> Measured, TimeSpan FirstTurn, double IdleMegabytes, double PeakMegabytes);
