using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Squads;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Pipeline;

/// <summary>A run is named by the morning that it serves.</summary>
public sealed class MorningsTests
{
    /// <summary>When a run is due, and the day that it serves; the post is at 09:00.</summary>
    public static TheoryData<Instant, LocalDate> Runs => new()
    {
        { At(2026, 11, 21, 23, 0), new LocalDate(2026, 11, 22) },
        { At(2026, 11, 22, 0, 0), new LocalDate(2026, 11, 22) },
        { At(2026, 11, 22, 2, 0), new LocalDate(2026, 11, 22) },
        { At(2026, 11, 22, 9, 0), new LocalDate(2026, 11, 22) },
        { At(2026, 11, 22, 9, 0, 1), new LocalDate(2026, 11, 23) },
        { At(2026, 12, 31, 23, 0), new LocalDate(2027, 1, 1) },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_run_serves_the_morning_of_the_first_post_after_it_is_due(Instant due, LocalDate day) => Mornings.Of(due, WithDag).ShouldBe(day);

    [Fact]
    public void A_target_is_the_first_such_time_after_the_run_is_due()
    {
        var day = PipelineRules.Plan(new LocalDate(2026, 11, 26), At(2026, 11, 25, 9, 0), new(WithDag, At(2026, 11, 25, 9, 2))) with { Due = At(2026, 11, 25, 23, 0) };

        Mornings.TimeOf(new LocalTime(4, 0), day, WithDag).ShouldBe(At(2026, 11, 26, 4, 0));
        Mornings.TimeOf(new LocalTime(23, 30), day, WithDag).ShouldBe(At(2026, 11, 25, 23, 30));
        Mornings.TimeOf(new LocalTime(22, 30), day, WithDag).ShouldBe(At(2026, 11, 26, 22, 30));
        Mornings.TimeOf(new LocalTime(4, 0), day with { Due = null }, WithDag).ShouldBe(At(2026, 11, 26, 4, 0));
    }

    /// <summary>Clocks go forward and back around the time of the post and of a target.</summary>
    [Theory]
    [InlineData("Europe/Berlin", 2026, 3, 29)]
    [InlineData("Europe/Berlin", 2026, 10, 25)]
    [InlineData("America/New_York", 2026, 3, 8)]
    [InlineData("America/New_York", 2026, 11, 1)]
    [InlineData("Pacific/Apia", 2011, 12, 31)]
    [InlineData("Asia/Kathmandu", 2026, 6, 1)]
    public void On_a_day_with_other_hours_a_run_serves_one_morning_and_targets_keep_their_order(string zone, int year, int month, int day)
    {
        var squad = WithDag with { TimeZone = DateTimeZoneProviders.Tzdb[zone], Pipeline = WithDag.Pipeline! with { PostAt = new LocalTime(2, 30) } };
        var date = new LocalDate(year, month, day);
        var due = squad.TimeZone.AtStartOfDay(date).ToInstant();
        var of = PipelineRules.Plan(date, due, new(squad, due)) with { Due = due };

        Mornings.Of(Mornings.PostAt(date, squad), squad).ShouldBe(date);
        var targets = Enumerable.Range(0, 24).Select(hour => Mornings.TimeOf(new LocalTime(hour, 0), of, squad)).ToList();
        targets.ShouldBe(targets.Order());
        targets.ShouldAllBe(target => target >= due);
    }

    [Fact]
    public void A_scheduler_that_stands_still_owes_every_day_a_run()
    {
        var next = At(2026, 11, 22, 23, 0);

        Mornings.DueOn(new LocalDate(2026, 11, 23), next, WithDag).ShouldBe(next);
        Mornings.DueOn(new LocalDate(2026, 11, 26), next, WithDag).ShouldBe(At(2026, 11, 25, 23, 0));
        Mornings.DueOn(new LocalDate(2026, 11, 22), next, WithDag).ShouldBeNull();
    }
}
