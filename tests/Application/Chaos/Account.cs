using System.Collections.Concurrent;
using System.Globalization;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests.Chaos;

/// <summary>What was promised to people and what came of it.</summary>
internal sealed class Account(int seed, string how, RecordingConnector? connector = null)
{
    private readonly ConcurrentQueue<Turn> taken = new();
    private readonly ConcurrentQueue<Turn> unanswered = new();
    private readonly ConcurrentQueue<Triage> confirmed = new();
    private readonly List<(string Point, int Deliveries)> kills = [];
    private readonly List<(string Promise, int Given, int Kept, int Doubled)> promises = [];

    public IReadOnlyCollection<Triage> Issues => confirmed;

    /// <summary>Everything that must not be; empty where the bot is what it says.</summary>
    public List<string> Faults { get; } = [];

    public void Taken(Turn turn) => taken.Enqueue(turn);

    public void Lost(Turn turn) => unanswered.Enqueue(turn);

    public void Confirmed(Triage triage) => confirmed.Enqueue(triage);

    public void Killed(string point) => kills.Add((point, connector?.Count ?? 0));

    /// <summary>A promise to each of these, and how often it was found kept.</summary>
    public void Promise<T>(string promise, IEnumerable<T> to, Func<T, int> kept, bool mayDouble)
    {
        var found = to.Select(each => (Each: each, Times: kept(each))).ToList();
        var doubled = found.Where(each => each.Times > 1).ToList();
        promises.Add((promise, found.Count, found.Count(each => each.Times > 0), doubled.Sum(each => each.Times - 1)));
        Faults.AddRange(found.Where(each => each.Times == 0).Select(each => $"{promise}: not kept for {each.Each}"));
        if (!mayDouble)
            Faults.AddRange(doubled.Select(each => $"{promise}: {each.Times} times for {each.Each}"));
    }

    /// <summary>The answers, and that one came twice only where the process was killed between the two.</summary>
    public void CountAnswers()
    {
        var deliveries = connector!.Since(0);
        var answers = taken.Select(turn => (Turn: turn, At: Enumerable.Range(0, deliveries.Count).Where(i => turn.IsAnsweredBy(deliveries[i])).ToList())).ToList();
        Promise("turns answered", answers, answer => answer.At.Count, mayDouble: true);
        Faults.AddRange(unanswered.Select(turn => $"answered too late or never: {turn}"));
        foreach (var (turn, at) in answers)
            foreach (var (first, second) in at.Zip(at.Skip(1)))
                if (!kills.Any(kill => kill.Deliveries > first && kill.Deliveries <= second))
                    Faults.Add($"doubled without a kill between: {turn}");
    }

    public string Table() => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {how}: {kills.Count} kills, {Faults.Count} faults"),
        $"  {"",-44}{"owed",8}{"kept",8}{"lost",8}{"doubled",8}",
        .. promises.Select(p => string.Create(CultureInfo.InvariantCulture, $"  {p.Promise,-44}{p.Given,8}{p.Kept,8}{p.Given - p.Kept,8}{p.Doubled,8}")),
        .. kills.GroupBy(kill => kill.Point).OrderBy(point => point.Key, StringComparer.Ordinal)
            .Select(point => string.Create(CultureInfo.InvariantCulture, $"  killed {point.Key,-37}{point.Count(),8}")),
        .. Faults.Take(20).Select(fault => $"  FAULT {fault}"),
    ]);
}
