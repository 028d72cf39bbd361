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
    /// <param name="only">A part of their names; without it, all.</param>
    /// <returns>Whether each could be measured.</returns>
    public static bool Run(bool isQuick, string only) =>
        BenchmarkSwitcher.FromAssembly(typeof(MicroBenchmarks).Assembly).Run(["--join", "--filter", $"*{only}*"], Config(isQuick))
            .SelectMany(summary => summary.Reports).All(report => report.Success);

    /// <summary>In this process, which has its core for itself: another would have to be built first.</summary>
    private static ManualConfig Config(bool isQuick) => ManualConfig.CreateEmpty()
        .AddJob((isQuick ? Job.Dry : Job.Default.WithWarmupCount(5).WithIterationCount(10)).WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddExporter(MarkdownExporter.GitHub)
        .AddLogger(ConsoleLogger.Default)
        .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "micro"));
}
