using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Hausmeister.Fuzz;

/// <summary>What was sent and what became of it.</summary>
internal sealed class Account(FuzzOptions options)
{
    private const int MostTold = 20;

    private readonly ConcurrentDictionary<int, int> byStatus = [];
    private readonly ConcurrentQueue<string> broken = [];
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private (TimeSpan Time, int Number) slowest;

    public IReadOnlyCollection<string> Broken => broken;

    /// <summary>Once it had run for a while; null: it did not run that long.</summary>
    public BotMemory? Warm { get; set; }

    /// <summary>After the last request.</summary>
    public BotMemory? Tired { get; set; }

    public IReadOnlyDictionary<string, int> Warnings { get; set; } = new Dictionary<string, int>();

    public string Sockets { get; set; } = "";

    public int Probes { get; set; }

    public void Break(string rule) => broken.Enqueue(rule);

    public void Took(FuzzRequest request, int? status, TimeSpan time)
    {
        byStatus.AddOrUpdate(status ?? -1, 1, (_, count) => count + 1);
        lock (gate)
            if (time > slowest.Time)
                slowest = (time, request.Number);
        if (FuzzRules.Broken(request, status, time) is { } rule)
            Break($"{rule}: --seed {options.Seed} --from {request.Number} --requests 1, a {request.Method} of {request.Path[..Math.Min(80, request.Path.Length)]}");
    }

    public string Print()
    {
        var text = new StringBuilder();
        Line($"seed {options.Seed}: {byStatus.Values.Sum()} requests in {clock.Elapsed.TotalSeconds:0} s");
        Line($"answers: {string.Join(", ", byStatus.OrderBy(pair => pair.Key).Select(pair => $"{Name(pair.Key)} {pair.Value}"))}");
        Line($"slowest: {slowest.Time.TotalMilliseconds:0} ms, request {slowest.Number}");
        Line($"sockets: {Sockets}");
        Line($"honest turns: {Probes} times the same answers");
        Line($"memory, warm: {Warm}");
        Line($"memory, at the end: {Tired}");
        foreach (var (kind, count) in Warnings.OrderByDescending(pair => pair.Value))
            Line($"logged {count} times: {kind}");
        foreach (var rule in Broken.Take(MostTold))
            Line($"BROKEN {rule}");
        Line($"{Broken.Count} rules broken");
        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    private static string Name(int status) => status switch
    {
        -1 => "no answer",
        Caller.HungUp => "hung up",
        _ => $"{status}",
    };
}
