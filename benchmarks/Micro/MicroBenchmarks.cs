using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Hausmeister.Benchmarks.Micro;

/// <summary>What a turn is made of, each by itself.</summary>
internal static class MicroBenchmarks
{
    /// <returns>Whether each could be measured.</returns>
    public static bool Run(bool isQuick) =>
        BenchmarkSwitcher.FromAssembly(typeof(MicroBenchmarks).Assembly).RunAllJoined(Config(isQuick)).Reports.All(report => report.Success);

    /// <summary>In this process, which has its core for itself: another would have to be built first.</summary>
    private static ManualConfig Config(bool isQuick) => ManualConfig.CreateEmpty()
        .AddJob((isQuick ? Job.Dry : Job.Default.WithWarmupCount(5).WithIterationCount(10)).WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddExporter(MarkdownExporter.GitHub)
        .AddLogger(ConsoleLogger.Default)
        .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "micro"));
}
