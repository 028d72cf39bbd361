using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;

namespace Hausmeister.Fuzz;

/// <summary>What the bot's process keeps in memory after it has collected its garbage.</summary>
internal static class BotMemory
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    /// <summary>Whoever listens to this makes the runtime collect all garbage first.</summary>
    private const long HeapCollect = 0x800000;

    private const int Collections = 4;

    /// <returns>Resident, in megabytes.</returns>
    public static async Task<int> AfterCollectionAsync(int process)
    {
        var least = int.MaxValue;
        for (var time = 0; time < Collections; time++)
        {
            using (var session = new DiagnosticsClient(process).StartEventPipeSession([new EventPipeProvider(Runtime, EventLevel.Informational, HeapCollect)], requestRundown: false))
            {
                var reading = session.EventStream.CopyToAsync(Stream.Null);
                await session.StopAsync(CancellationToken.None);
                await reading;
            }

            least = Math.Min(least, await ResidentAsync(process));
        }

        return least;
    }

    private static async Task<int> ResidentAsync(int process)
    {
        var line = (await File.ReadAllLinesAsync($"/proc/{process}/status")).Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
