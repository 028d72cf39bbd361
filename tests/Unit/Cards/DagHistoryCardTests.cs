using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Pipeline;
using NodaTime;
using static Hausmeister.Tests.Cards.SampleDay;

namespace Hausmeister.Tests.Cards;

/// <summary>What the picture of the last mornings is in words.</summary>
public sealed class DagHistoryCardTests
{
    [Fact]
    public void The_words_have_a_sentence_for_each_stage()
    {
        IReadOnlyList<PipelineDay> days =
        [
            On(Complete, 24),
            On(Day(9, 0, Loaded(Contracts, 5, 12), Broken(Finance, 3, 12), HeldUp(Facts, Finance), Loaded(Policies, 8, 0), Loaded(Rest, 13, 0)) with { Run = Complete.Run }, 25),
            Healthy,
        ];

        Words(days).ShouldBe(
            "Contracts: on time on 2 of 3 days (target 04:00), usually 03:38, latest 05:12 on Wed 25 Nov. " +
            "Financial Reports: on time on 2 of 3 days (target 06:00), usually 05:34, latest 05:34 on Thu 26 Nov, not loaded on 1 day. " +
            "Facts and Dimensions: on time on 2 of 3 days (target 08:00), usually 07:46, latest 07:46 on Thu 26 Nov, not loaded on 1 day. " +
            "Models and Policies: on time on 3 of 3 days (target 09:00), usually 08:20, latest 08:20 on Thu 26 Nov. " +
            "Other datasets: on time on 1 of 2 days (target 12:00), usually 13:00, latest 13:00 on Wed 25 Nov.");
    }

    [Fact]
    public void A_time_of_another_day_says_so()
    {
        Words([Complete with { Stages = [Complete.Stages[0] with { FinishedAt = Clock(2) + Duration.FromDays(2) }] }]).ShouldContain("latest 02:00 2 days later on Thu 26 Nov");
        Words([Complete with { Stages = [Complete.Stages[0] with { FinishedAt = Due + Duration.FromMinutes(20) }] }]).ShouldContain("latest 23:20 the evening before on Thu 26 Nov");
    }

    [Fact]
    public void What_nobody_knows_and_what_goes_on_are_neither_late_nor_on_time() => DagHistory.Of(
        [On(Planned, 24), On(NotStarted with { Due = null }, 25), Late], Moment(9))[1].Finishes.ShouldBeEmpty();

    [Fact]
    public void Without_a_day_there_is_no_picture() =>
        DagHistoryCard.Build(Moment(12), new Uri("https://bot.example/x.png"), []).Body.OfType<AdaptiveImage>().ShouldBeEmpty();

    private static string Words(IReadOnlyList<PipelineDay> days) =>
        DagHistoryCard.Build(Moment(12), new Uri("https://bot.example/x.png"), days).Body.OfType<AdaptiveImage>().Single().AltText;

    /// <summary>The same on another day of November.</summary>
    private static PipelineDay On(PipelineDay day, int november)
    {
        var back = Duration.FromDays(26 - november);
        return day with
        {
            Date = new LocalDate(2026, 11, november),
            Due = day.Due - back,
            Stages = [.. day.Stages.Select(s => s with { FinishedAt = s.FinishedAt - back })],
        };
    }
}
