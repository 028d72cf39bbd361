using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Etlx;
using Microsoft.Diagnostics.Tracing.EventPipe;

namespace Hausmeister.Benchmarks.Profile;

/// <summary>The stacks that the runtime recorded, one of each thread every millisecond.</summary>
internal static class Samples
{
    /// <returns>How many samples fell into each phase; without the threads that waited.</returns>
    public static IReadOnlyDictionary<string, int> Count(string trace)
    {
        var etlx = TraceLog.CreateFromEventPipeDataFile(trace);
        try
        {
            using var log = new TraceLog(etlx);
            return log.Events.OfType<ClrThreadSampleTraceData>()
                .Select(sample => (IsOutside: sample.Type == ClrThreadSampleType.External, Frames: Frames(sample).ToList()))
                .Where(sample => !Phases.IsWaiting(sample.Frames, sample.IsOutside))
                .CountBy(sample => Phases.Of(sample.Frames))
                .ToDictionary();
        }
        finally
        {
            File.Delete(etlx);
        }
    }

    /// <summary>The innermost first.</summary>
    private static IEnumerable<string> Frames(TraceEvent sample)
    {
        for (var frame = sample.CallStack(); frame is not null; frame = frame.Caller)
            yield return $"{frame.CodeAddress.ModuleName}!{frame.CodeAddress.FullMethodName}";
    }
}
