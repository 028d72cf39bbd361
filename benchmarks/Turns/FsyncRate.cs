using System.Diagnostics;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>How often a second this disk makes a small write durable: what a commit with <c>synchronous=FULL</c> waits for.</summary>
internal static class FsyncRate
{
    private const int Page = 4096;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2);

    public static double Measure()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var handle = File.OpenHandle(file, FileMode.Create, FileAccess.Write);
            var page = new byte[Page];
            var (clock, count) = (Stopwatch.StartNew(), 0);
            for (; clock.Elapsed < Time; count++)
            {
                RandomAccess.Write(handle, page, (long)count * Page);
                RandomAccess.FlushToDisk(handle);
            }
            return count / clock.Elapsed.TotalSeconds;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
