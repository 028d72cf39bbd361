using AdaptiveCards;
using BenchmarkDotNet.Attributes;
using Hausmeister.Cards;
using Hausmeister.Cards.Rendering;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Rota;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Benchmarks.Micro;

/// <summary>The largest card as Slack gets it: a hand-off with more than it shows of everything, each with a note, two questions and buttons.</summary>
public class BlockKitBenchmark
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 27, 20, 0);

    private readonly AdaptiveCard card = HandOffCard.Build(Full(), new Moment(SampleSquad.Value, Start + Duration.FromMinutes(5)), "davi");

    /// <summary>From the card's objects to Slack's.</summary>
    [Benchmark]
    public SlackMessage Blocks() => BlockKit.Message(card);

    /// <summary>The same, to what is sent.</summary>
    [Benchmark]
    public string Json() => BlockKit.Message(card).ToJson();

    private static HandOff Full()
    {
        IReadOnlyList<HandOffItem> items = HandOffItems.Of([.. Enumerable.Range(17, 20).Select(Issue)], []);
        return new HandOff
        {
            Id = HandOffRules.IdOf(Start),
            Squad = SampleSquad.Value.Id,
            Start = Start,
            Until = Start + Duration.FromHours(66),
            Role = DutyRole.WeekendOnCall,
            From = "ana",
            To = "davi",
            BegunAt = Start,
            StartHere = "ana-17",
            Watch = "month end doubles the ledger",
            Items =
            [
                .. items.Select(item => item with
                {
                    Questions = [new("davi", "ana", "which queue?", Start), new("davi", "ana", "which table?", Start, "the finance one, not the default")],
                }),
            ],
        };
    }

    private static Case Issue(int number) => new()
    {
        Id = $"ana-{number}",
        Squad = SampleSquad.Value.Id,
        Kind = CaseKind.ServiceIssue,
        Title = "Contracts has duplicated rows since Tuesday",
        Priority = Priority.P3,
        OpenedAt = Start - Duration.FromDays(2),
        OpenedBy = new Person("ana", "Ana", false),
        TriagedBy = "ana",
        Owner = "ana",
        Conversation = "webchat/data-infra.me.ana",
        Issue = new IssueRef(465 + number, new Uri($"https://github.com/nubank/itaipu/issues/{465 + number}")),
        Notes = [new Note(Start, new Person("ana", "Ana", false), "If the count jumps again: clear itaipu-contracts and rerun.")],
    };
}
