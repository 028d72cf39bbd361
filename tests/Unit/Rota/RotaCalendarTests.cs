using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using NodaTime;
using NodaTime.Text;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Rota;

public class RotaCalendarTests
{
    [Theory]
    [InlineData("2026-11-23T11:00:00", "ana", DutyRole.Hausmeister, "Mon 23 Nov 11:00", "Fri 27 Nov 17:00", "clara")]
    [InlineData("2026-11-25T03:00:00", "ana", DutyRole.Hausmeister, "Mon 23 Nov 11:00", "Fri 27 Nov 17:00", "clara")]
    [InlineData("2026-11-27T16:59:59", "ana", DutyRole.Hausmeister, "Mon 23 Nov 11:00", "Fri 27 Nov 17:00", "clara")]
    [InlineData("2026-11-27T17:00:00", "davi", DutyRole.WeekendOnCall, "Fri 27 Nov 17:00", "Mon 30 Nov 11:00", "clara")]
    [InlineData("2026-11-30T10:59:59", "davi", DutyRole.WeekendOnCall, "Fri 27 Nov 17:00", "Mon 30 Nov 11:00", "clara")]
    [InlineData("2026-11-30T11:00:00", "bruno", DutyRole.Hausmeister, "Mon 30 Nov 11:00", "Fri 4 Dec 17:00", "ana")]
    [InlineData("2026-12-05T00:00:00", "ana", DutyRole.WeekendOnCall, "Fri 4 Dec 17:00", "Mon 7 Dec 11:00", "clara")]
    [InlineData("2026-12-08T00:00:00", "clara", DutyRole.Hausmeister, "Mon 7 Dec 11:00", "Fri 11 Dec 17:00", "ana")]
    [InlineData("2026-12-15T00:00:00", "davi", DutyRole.Hausmeister, "Mon 14 Dec 11:00", "Fri 18 Dec 17:00", "ana")]
    [InlineData("2026-12-22T00:00:00", "ana", DutyRole.Hausmeister, "Mon 21 Dec 11:00", "Thu 24 Dec 12:00", "clara")]
    public void Orders_rotate_and_weekdays_alternate_with_weekends(
        string local, string holder, DutyRole role, string start, string end, string level2) =>
        Said(RotaCalendar.At(DataInfra, Local(local))).ShouldBe((holder, role, start, end, level2));

    [Theory]
    [InlineData("2026-11-23T10:59:59", "clara", DutyRole.WeekendOnCall, "Fri 20 Nov 17:00", "Mon 23 Nov 11:00", "ana")]
    [InlineData("2026-11-19T12:00:00", "davi", DutyRole.Hausmeister, "Mon 16 Nov 11:00", "Fri 20 Nov 17:00", "ana")]
    [InlineData("2026-11-14T12:00:00", "bruno", DutyRole.WeekendOnCall, "Fri 13 Nov 17:00", "Mon 16 Nov 11:00", "clara")]
    [InlineData("2026-10-28T12:00:00", "ana", DutyRole.Hausmeister, "Mon 26 Oct 11:00", "Fri 30 Oct 17:00", "clara")]
    public void Before_the_first_shift_the_orders_go_on_backwards(
        string local, string holder, DutyRole role, string start, string end, string level2) =>
        Said(RotaCalendar.At(DataInfra, Local(local))).ShouldBe((holder, role, start, end, level2));

    [Theory]
    [InlineData("2026-12-24T11:59:59", "ana", DutyRole.Hausmeister, "Mon 21 Dec 11:00", "Thu 24 Dec 12:00", "clara")]
    [InlineData("2026-12-24T12:00:00", "davi", DutyRole.Hausmeister, "Thu 24 Dec 12:00", "Fri 25 Dec 17:00", "ana")]
    [InlineData("2026-12-25T17:00:00", "davi", DutyRole.WeekendOnCall, "Fri 25 Dec 17:00", "Mon 28 Dec 11:00", "clara")]
    public void An_override_cuts_the_shifts_that_it_crosses(
        string local, string holder, DutyRole role, string start, string end, string level2) =>
        Said(RotaCalendar.At(DataInfra, Local(local))).ShouldBe((holder, role, start, end, level2));

    [Fact]
    public void Time_that_is_left_of_a_shift_after_an_override_goes_back_to_its_holder()
    {
        var squad = WithOverrides(Cover("2026-11-24T18:00", "2026-11-25T09:00", "clara"));

        Said(RotaCalendar.At(squad, Local("2026-11-24T20:00:00")))
            .ShouldBe(("clara", DutyRole.Hausmeister, "Tue 24 Nov 18:00", "Wed 25 Nov 09:00", "ana"));
        Said(RotaCalendar.At(squad, Local("2026-11-25T09:00:00")))
            .ShouldBe(("ana", DutyRole.Hausmeister, "Wed 25 Nov 09:00", "Fri 27 Nov 17:00", "clara"));
    }

    [Fact]
    public void Overrides_that_touch_make_one_shift_of_the_same_member()
    {
        var squad = WithOverrides(Cover("2026-11-24T00:00", "2026-11-25T00:00", "davi"), Cover("2026-11-25T00:00", "2026-11-26T00:00", "davi"));

        Said(RotaCalendar.At(squad, Local("2026-11-25T00:00:00")))
            .ShouldBe(("davi", DutyRole.Hausmeister, "Tue 24 Nov 00:00", "Thu 26 Nov 00:00", "ana"));
    }

    [Fact]
    public void Of_two_overrides_of_the_same_time_the_later_one_in_the_list_counts()
    {
        var squad = WithOverrides(Cover("2026-11-24T00:00", "2026-11-26T00:00", "davi"), Cover("2026-11-24T12:00", "2026-11-25T00:00", "bruno"));

        RotaCalendar.At(squad, Local("2026-11-24T12:00:00")).Holder.ShouldBe("bruno");
        RotaCalendar.At(squad, Local("2026-11-25T00:00:00")).Holder.ShouldBe("davi");
    }

    [Fact]
    public void An_override_by_the_holder_changes_nothing() =>
        RotaCalendar.At(WithOverrides(Cover("2026-11-24T00:00", "2026-11-25T00:00", "ana")), Local("2026-11-24T12:00:00"))
            .ShouldBe(RotaCalendar.At(WithOverrides(), Local("2026-11-24T12:00:00")));

    [Fact]
    public void A_rota_that_is_configured_from_midweek_begins_with_the_next_weekday_shift()
    {
        var squad = DataInfra with { Rota = DataInfra.Rota with { From = new LocalDate(2026, 11, 18) } };

        RotaCalendar.At(squad, Local("2026-11-23T11:00:00")).Holder.ShouldBe("ana");
    }

    [Fact]
    public void Next_is_the_shift_that_begins_when_this_one_ends() =>
        Said(RotaCalendar.Next(DataInfra, Local("2026-11-25T12:00:00")))
            .ShouldBe(("davi", DutyRole.WeekendOnCall, "Fri 27 Nov 17:00", "Mon 30 Nov 11:00", "clara"));

    // Berlin skips 02:00-03:00 on Sunday 28 March 2027 and repeats it on Sunday 31 October 2027.
    [Theory]
    [InlineData("2027-03-28", "2027-03-28T01:00:00Z")]
    [InlineData("2027-10-31", "2027-10-31T00:30:00Z")]
    public void A_boundary_that_the_clocks_skip_is_when_they_have_skipped_it_and_a_repeated_one_its_first(string date, string boundary)
    {
        var sunday = LocalDatePattern.Iso.Parse(date).Value;
        var squad = DataInfra with
        {
            TimeZone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            Rota = new RotaRule(sunday, new ShiftRule(IsoDayOfWeek.Sunday, new LocalTime(2, 30), ["ana"]), DataInfra.Rota.Weekend, []),
        };

        var expected = InstantPattern.General.Parse(boundary).Value;
        RotaCalendar.At(squad, expected).ShouldSatisfyAllConditions(
            shift => shift.Start.ShouldBe(expected),
            shift => shift.Role.ShouldBe(DutyRole.Hausmeister));
        RotaCalendar.At(squad, expected - Duration.Epsilon).Role.ShouldBe(DutyRole.WeekendOnCall);
    }

    private static (string, DutyRole, string, string, string) Said(Shift shift) =>
        (shift.Holder, shift.Role, SquadTime.Day(DataInfra, shift.Start), SquadTime.Day(DataInfra, shift.End), shift.Level2);

    private static Instant Local(string local) => LocalDateTimePattern.GeneralIso.Parse(local).Value.InZoneStrictly(SaoPaulo).ToInstant();

    private static Squad WithOverrides(params Override[] overrides) =>
        DataInfra with { Rota = DataInfra.Rota with { Overrides = overrides } };

    private static Override Cover(string from, string to, string member) =>
        new(Local($"{from}:00"), Local($"{to}:00"), member, null);
}
