using System.Diagnostics.Tracing;
using Hausmeister.Benchmarks.Turns;
using Microsoft.Diagnostics.NETCore.Client;

namespace Hausmeister.Benchmarks.Profile;

/// <summary>Where the time of a turn goes.</summary>
internal static class TurnProfile
{
    private const int Conversations = 16;

    /// <summary>Of the runtime's own provider: what says which method's code lies where (loader, compiler, code of the framework).</summary>
    private const long Methods = 0x8 | 0x10 | 0x20;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = Server.StartBot(options, "NORMAL");
        using var client = new Client(bot, connector, Enumerable.Range(1, Conversations));
        await client.FirstTurnAsync();
        await client.TalkAsync(Conversations, options.Pace.FirstWarmUp);
        var plain = await client.MeasureAsync(Conversations, options.Pace.Time);
        var trace = Path.GetTempFileName();
        try
        {
            await RecordAsync(bot.Id, trace, () => client.TalkAsync(Conversations, options.Pace.Time));
            Write(plain, Samples.Count(trace));
        }
        finally
        {
            File.Delete(trace);
        }
    }

    private static async Task RecordAsync(int process, string trace, Func<Task> work)
    {
        EventPipeProvider[] providers =
        [
            new("Microsoft-DotNETCore-SampleProfiler", EventLevel.Informational),
            new("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, Methods),
        ];
        using var session = await new DiagnosticsClient(process).StartEventPipeSessionAsync(providers, requestRundown: true, circularBufferMB: 256, CancellationToken.None);
        await using var file = File.Create(trace);
        var copying = session.EventStream.CopyToAsync(file);
        await work();
        await session.StopAsync(CancellationToken.None);
        await copying;
    }

    /// <param name="plain">Measured without the recording, which costs time itself.</param>
    private static void Write(Measurement plain, IReadOnlyDictionary<string, int> samples)
    {
        double all = samples.Values.Sum();
        Console.WriteLine(FormattableString.Invariant(
            $"{Conversations} at once: CPU {plain.CpuMillisecondsPerTurn:0.000} ms/turn. For garbage collection all stands still for {100 * plain.Used.GarbageCollection / plain.Cpu.TotalMilliseconds:0.0} % of it. {all} samples.\n"));
        Console.WriteLine("| where | % | CPU, ms/turn |\n|---|---|---|");
        foreach (var phase in Phases.Names)
            Console.WriteLine(FormattableString.Invariant($"| {phase} | {100 * Share(phase):0.0} | {Share(phase) * plain.CpuMillisecondsPerTurn:0.000} |"));

        double Share(string phase) => samples.GetValueOrDefault(phase) / all;
    }
}
