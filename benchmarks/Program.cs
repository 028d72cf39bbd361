using Hausmeister.Benchmarks.Micro;
using Hausmeister.Benchmarks.Profile;
using Hausmeister.Benchmarks.Slack;
using Hausmeister.Benchmarks.Turns;

// What is measured and how is said in docs/performance.md; scripts/bench builds and starts this.
const string Quick = "quick";
switch (args)
{
    case ["floor", var url]:
        await Floor.RunAsync(url);
        break;
    case ["turns", var bot, var squad, .. var quick]:
        await TurnBenchmark.RunAsync(new BenchmarkOptions(bot, squad, Pace.Of(quick)));
        break;
    case ["profile", var bot, var squad, .. var quick]:
        await TurnProfile.RunAsync(new BenchmarkOptions(bot, squad, Pace.Of(quick)));
        break;
    case ["slack", var bot, var squad, .. var quick]:
        await SlackBenchmark.RunAsync(new BenchmarkOptions(bot, squad, Pace.Of(quick)));
        break;
    case ["micro", _, _, .. var how]:
        return MicroBenchmarks.Run(isQuick: how.Contains(Quick), how.FirstOrDefault(h => h != Quick) ?? "") ? 0 : 1;
    default:
        Console.Error.WriteLine("scripts/bench starts this.");
        return 2;
}

return 0;
