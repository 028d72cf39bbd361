using AdaptiveCards;
using BenchmarkDotNet.Attributes;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;
using NodaTime;

namespace Hausmeister.Benchmarks.Micro;

/// <summary>A triage's last card, the largest of its five turns.</summary>
public class CardBenchmark
{
    private readonly Moment moment = new(SampleSquad.Value, Instant.FromUtc(2026, 11, 26, 13, 4));
    private readonly TriageDraft draft = new()
    {
        CaseId = "ana-17",
        What = "Contracts has duplicated rows since Tuesday",
        Kind = TriageDraft.Service,
        Priority = "P2",
        Details = "Seen in the warehouse by two analysts, since Tuesday",
        IsNew = true,
    };

    private readonly AdaptiveCard card;

    public CardBenchmark() => card = Build();

    [Benchmark]
    public AdaptiveCard Build() => ReviewCard.Build(draft, moment, "Clara");

    [Benchmark]
    public string Json() => card.ToJson();
}
