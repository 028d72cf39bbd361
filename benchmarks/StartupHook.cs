using System.Globalization;

/// <summary>
/// The runtime calls this in the measured processes, which know nothing of it (DOTNET_STARTUP_HOOKS): what they have allocated can only be
/// asked inside.
/// </summary>
internal static class StartupHook
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static Timer? timer;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Hausmeister.Benchmarks.Turns.Server.AllocatedFile) is not { } file)
            return;
        timer = new Timer(_ => Write(file));
        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private static void Write(string file)
    {
        File.WriteAllText($"{file}.new", GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture));
        File.Move($"{file}.new", file, overwrite: true);
        // Only now, so that a core that is busy does not write twice at once.
        timer!.Change(Pause, Timeout.InfiniteTimeSpan);
    }
}
