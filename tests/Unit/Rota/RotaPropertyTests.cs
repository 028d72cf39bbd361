using CsCheck;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Rota;

/// <summary>What holds for any rota, overrides and zone, at any instant and above all around every change of the clocks.</summary>
public class RotaPropertyTests
{
    private static readonly string[] MemberIds = [.. DataInfra.Members.Select(m => m.Id)];

    private static readonly DateTimeZone[] Zones =
    [
        .. new[] { "America/Sao_Paulo", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca" }
            .Select(id => DateTimeZoneProviders.Tzdb[id]),
    ];

    private static readonly Gen<LocalTime> AnyTime = Gen.Int[0, (24 * 12) - 1].Select(n => LocalTime.Midnight.PlusMinutes(5 * n));

    private static readonly Gen<LocalDateTime> AnyLocal =
        Gen.Select(Gen.Int[0, 3650], AnyTime, (days, time) => new LocalDate(2026, 6, 1).PlusDays(days) + time);

    private static readonly Gen<ShiftRule> AnyShiftRule = Gen.Select(
        Gen.Int[1, 7], AnyTime, Gen.OneOf(MemberIds).List[1, 6], (day, time, order) => new ShiftRule((IsoDayOfWeek)day, time, order));

    private static readonly Gen<Override> AnyOverride = Gen.Select(
        AnyLocal, Gen.Int[1, 20_000], Gen.OneOf(MemberIds),
        (from, minutes, member) => new Override(from, from.PlusMinutes(minutes), member, null));

    private static readonly Gen<(Squad Squad, Instant Now)> AnySituation =
        from zone in Gen.OneOf(Zones)
        from @from in AnyLocal
        from weekday in AnyShiftRule
        from weekend in AnyShiftRule.Where(w => (w.Day, w.Time) != (weekday.Day, weekday.Time))
        from overrides in AnyOverride.List[0, 12]
        from now in AnyInstant(zone, overrides)
        select (DataInfra with { TimeZone = zone, Rota = new RotaRule(@from.Date, weekday, weekend, overrides) }, now);

    [Fact]
    public void Every_instant_lies_in_its_shift_whose_level_2_is_somebody_else() => AnySituation.Sample(s =>
    {
        var shift = RotaCalendar.At(s.Squad, s.Now);

        shift.Start.ShouldBeLessThanOrEqualTo(s.Now);
        shift.End.ShouldBeGreaterThan(s.Now);
        shift.Level2.ShouldNotBe(shift.Holder);
        s.Squad.Find(shift.Level2)!.Level2.ShouldBeTrue();
    });

    [Fact]
    public void Every_instant_of_a_shift_has_that_shift() => AnySituation.Sample(s =>
    {
        var shift = RotaCalendar.At(s.Squad, s.Now);

        RotaCalendar.At(s.Squad, shift.Start).ShouldBe(shift);
        RotaCalendar.At(s.Squad, shift.Start + ((shift.End - shift.Start) / 2)).ShouldBe(shift);
        RotaCalendar.At(s.Squad, shift.End - Duration.Epsilon).ShouldBe(shift);
    });

    [Fact]
    public void The_next_shift_begins_when_this_one_ends() => AnySituation.Sample(s =>
        RotaCalendar.Next(s.Squad, s.Now).Start.ShouldBe(RotaCalendar.At(s.Squad, s.Now).End));

    [Fact]
    public void In_the_middle_of_the_last_override_its_member_holds() => AnySituation.Where(s => s.Squad.Rota.Overrides.Count > 0).Sample(s =>
    {
        var last = s.Squad.Rota.Overrides[^1];
        var (begins, ends) = (s.Squad.TimeZone.AtLeniently(last.From).ToInstant(), s.Squad.TimeZone.AtLeniently(last.To).ToInstant());
        if (ends - begins > Duration.FromHours(4)) // Shorter, the way in which a change of the clocks is resolved decides.
            RotaCalendar.At(s.Squad, begins + ((ends - begins) / 2)).Holder.ShouldBe(last.Member);
    });

    [Fact]
    public void The_next_work_time_is_now_or_later_and_within_work_hours() => AnySituation.Sample(s =>
    {
        var next = WorkCalendar.NextWorkTime(s.Squad, s.Now);

        next.ShouldBeGreaterThanOrEqualTo(s.Now);
        WorkCalendar.IsWorkTime(s.Squad, next).ShouldBeTrue();
    });

    /// <summary>Anywhere, near a change of the clocks, or near an override's edge.</summary>
    private static Gen<Instant> AnyInstant(DateTimeZone zone, List<Override> overrides)
    {
        var from = Instant.FromUtc(2026, 1, 1, 0, 0);
        var clockChanges = zone.GetZoneIntervals(from, Instant.FromUtc(2037, 1, 1, 0, 0)).Skip(1).Select(i => i.Start);
        var edges = overrides.Select(o => zone.AtLeniently(o.From).ToInstant());
        var near = clockChanges.Concat(edges).DefaultIfEmpty(from).ToArray();
        return Gen.OneOf(
            Gen.Select(Gen.OneOf(near), Gen.Long[-7200, 7200], (instant, seconds) => instant + Duration.FromSeconds(seconds)),
            Gen.Long[0, 11L * 365 * 86_400].Select(seconds => from + Duration.FromSeconds(seconds)));
    }
}
