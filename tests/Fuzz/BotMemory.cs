using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;
using EventLevel = System.Diagnostics.Tracing.EventLevel;

namespace Hausmeister.Fuzz;

/// <summary>
/// What the bot's process keeps in memory after it has collected its garbage. What leaks shows in its small objects; large ones are almost all buffers that a pool keeps for
/// the next long body, and what is resident also holds what the collector has not given back.
/// </summary>
/// <param name="Objects">How many are alive.</param>
/// <param name="Small">The sizes of those below 85,000 bytes, in kilobytes.</param>
/// <param name="Large">The sizes of the others, in kilobytes.</param>
/// <param name="Resident">Of the whole process, in kilobytes.</param>
internal sealed record BotMemory(int Objects, int Small, int Large, int Resident)
{
    /// <summary>Whoever listens to these makes the runtime collect all garbage first, and is then told of each object that is left.</summary>
    private const ClrTraceEventParser.Keywords Heap = ClrTraceEventParser.Keywords.GC | ClrTraceEventParser.Keywords.GCHeapDump | ClrTraceEventParser.Keywords.GCHeapCollect;

    /// <summary>Where .NET's heap of large objects begins, in bytes.</summary>
    private const int LargeObject = 85_000;

    public static async Task<BotMemory> AfterCollectionAsync(int process)
    {
        using var session = new DiagnosticsClient(process).StartEventPipeSession([new EventPipeProvider(ClrTraceEventParser.ProviderName, EventLevel.Informational, (long)Heap)], requestRundown: false);
        var counting = Task.Run(() => Sizes(session.EventStream));
        await session.StopAsync(CancellationToken.None);
        var (objects, small, large) = await counting;
        return new BotMemory(objects, (int)(small / 1024), (int)(large / 1024), await ResidentAsync(process));
    }

    private static (int Objects, long Small, long Large) Sizes(Stream stream)
    {
        var (objects, small, large) = (0, 0L, 0L);
        using var events = new EventPipeEventSource(stream);
        events.Clr.GCBulkNode += nodes =>
        {
            objects += nodes.Count;
            for (var i = 0; i < nodes.Count; i++)
            {
                var size = (long)nodes.Values(i).Size;
                if (size < LargeObject)
                    small += size;
                else
                    large += size;
            }
        };
        events.Process();
        return (objects, small, large);
    }

    private static async Task<int> ResidentAsync(int process)
    {
        var line = (await File.ReadAllLinesAsync($"/proc/{process}/status")).Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Objects} objects, small ones {Small / 1024.0:0.0} MB, large ones {Large / 1024.0:0.0} MB; {Resident / 1024} MB resident");
}
