using BenchmarkDotNet.Attributes;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Benchmarks.Micro;

/// <summary>The rota, which stores nothing and computes every answer anew.</summary>
public class RotaBenchmark
{
    private const int ManySquads = 10_000;
    private const int Overrides = 50;
    private const string Member = "davi";

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 13, 4);
    private static readonly Duration Year = Duration.FromDays(365);

    private readonly Squad squad = WithOverrides([]);
    private readonly Squad overridden = WithOverrides([.. Enumerable.Range(0, Overrides).Select(OneDay)]);
    private readonly Squad[] everywhere = [.. Everywhere()];

    [Benchmark]
    public int YearOfOneSquad() => RotaCalendar.Between(squad, Now, Now + Year).Count();

    [Benchmark]
    public int YearWithOverrides() => RotaCalendar.Between(overridden, Now, Now + Year).Count();

    /// <summary>In every zone that there is, in turn.</summary>
    [Benchmark]
    public Instant NextOfManySquads() => everywhere.Max(s => RotaCalendar.Next(s, Now).Start);

    private static IEnumerable<Squad> Everywhere()
    {
        var zones = DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]).ToList();
        return Enumerable.Range(0, ManySquads).Select(i => SampleSquad.Value with { Id = $"squad-{i}", TimeZone = zones[i % zones.Count] });
    }

    private static Override OneDay(int week)
    {
        var from = Instant.FromUtc(2026, 12, 1, 12, 0) + Duration.FromDays(7 * week);
        return new Override(from, from + Duration.FromDays(1), Member, null);
    }

    private static Squad WithOverrides(IReadOnlyList<Override> overrides) => SampleSquad.Value with { Rota = SampleSquad.Value.Rota with { Overrides = overrides } };
}
