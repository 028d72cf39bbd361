namespace Hausmeister.Benchmarks.Turns;

/// <param name="Bot">The built bot, <c>hausmeister.dll</c>.</param>
/// <param name="Squad">The sample squad's file.</param>
internal sealed record BenchmarkOptions(string Bot, string Squad, Pace Pace);

/// <summary>How long all takes.</summary>
/// <param name="Runs">How often each candidate starts and is measured.</param>
/// <param name="FirstWarmUp">After a start, until the runtime has compiled what is hot for the last time.</param>
/// <param name="WarmUp">Before each measurement, so that its conversations have begun.</param>
/// <param name="Time">Of a measurement.</param>
/// <param name="ManyConversations">In the file that is not empty.</param>
internal sealed record Pace(int Runs, TimeSpan FirstWarmUp, TimeSpan WarmUp, TimeSpan Time, int ManyConversations)
{
    /// <param name="quick">Empty, or <c>quick</c>: shows that all works, and measures nothing.</param>
    public static Pace Of(string[] quick) => quick switch
    {
        [] => new(3, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8), 100_000),
        ["quick"] => new(1, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), 1_000),
        _ => throw new ArgumentException($"\"{string.Join(' ', quick)}\" is not \"quick\"."),
    };
}
