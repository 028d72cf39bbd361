using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Rota;

public sealed class RotaWeekTests
{
    [Theory]
    [InlineData(26, "Mon 23 Nov 11:00")]
    [InlineData(28, "Mon 23 Nov 11:00")]
    [InlineData(30, "Mon 23 Nov 11:00")]
    public void A_week_begins_with_its_weekday_shift_and_lasts_over_its_weekend(int day, string start)
    {
        var weeks = RotaCalendar.Weeks(DataInfra, At(2026, 11, day, 10), 0, 2).ToList();

        weeks.Select(w => SquadTime.Day(DataInfra, w.Start)).ShouldBe([start, "Mon 30 Nov 11:00"]);
        weeks[0].Weekday.ShouldHaveSingleItem().Holder.ShouldBe("ana");
        weeks[0].Weekend.ShouldHaveSingleItem().Holder.ShouldBe("davi");
    }

    [Fact]
    public void Earlier_weeks_are_counted_backwards() =>
        RotaCalendar.Weeks(DataInfra, At(2026, 11, 26, 10), -2, 1).Single().Start.ShouldBe(At(2026, 11, 9, 11));

    [Fact]
    public void An_override_cuts_a_week_into_pieces_that_know_to_whom_they_were_dealt()
    {
        var week = RotaCalendar.Weeks(DataInfra, At(2026, 12, 24, 10), 0, 1).Single();

        week.Weekday.Select(s => (s.Holder, s.Dealt, s.IsOverridden)).ShouldBe([("ana", "ana", false), ("davi", "ana", true)]);
        week.Weekend.Select(s => (s.Holder, s.IsOverridden)).ShouldBe([("davi", false)]);
    }

    [Fact]
    public void What_an_override_puts_in_a_row_is_found() =>
        InARow.Find(DataInfra, At(2026, 12, 1, 0), At(2027, 1, 1, 0)).ShouldBe([new InARow("davi", 2, At(2026, 12, 24, 12), At(2026, 12, 28, 11))]);

    [Fact]
    public void What_the_orders_deal_in_a_row_is_the_rule()
    {
        var rota = DataInfra.Rota;
        var always = DataInfra with { Rota = rota with { Weekday = rota.Weekday with { Order = ["ana"] }, Weekend = rota.Weekend with { Order = ["ana"] }, Overrides = [] } };

        InARow.Find(always, At(2026, 12, 1, 0), At(2027, 1, 1, 0)).ShouldBeEmpty();
    }

    [Fact]
    public void Nights_and_weekends_fall_on_their_holders()
    {
        // Four weeks: everybody has each shift once. Four nights in a weekday shift, three in a weekend; the override gives two of Ana's second week to Davi.
        var shares = Fairness.Of(DataInfra, RotaCalendar.Weeks(DataInfra, At(2026, 11, 23, 12), 0, 4));

        shares.ShouldBe([new("ana", 1, 7), new("bruno", 1, 7), new("clara", 1, 7), new("davi", 1, 7)]);
    }

    [Fact]
    public void An_override_takes_nights_with_it_and_a_weekend_by_its_longest_part()
    {
        var rota = DataInfra.Rota;
        var squad = DataInfra with { Rota = rota with { Overrides = [new Override(SampleSquad.At(2026, 11, 26, 12), SampleSquad.At(2026, 11, 28, 12), "bruno", null)] } };

        var shares = Fairness.Of(squad, RotaCalendar.Weeks(squad, At(2026, 11, 23, 12), 0, 1));

        shares.ShouldBe([new("ana", 0, 3), new("bruno", 0, 2), new("clara", 0, 0), new("davi", 1, 2)]);
    }

    [Fact]
    public void Somebody_who_left_the_squad_and_had_a_share_still_has_it()
    {
        var squad = DataInfra with { Rota = DataInfra.Rota with { Overrides = [new Override(SampleSquad.At(2026, 11, 24, 0), SampleSquad.At(2026, 11, 25, 0), "eva", null)] } };

        Fairness.Of(squad, RotaCalendar.Weeks(squad, At(2026, 11, 23, 12), 0, 1))[^1].ShouldBe(new Share("eva", 0, 1));
    }
}
