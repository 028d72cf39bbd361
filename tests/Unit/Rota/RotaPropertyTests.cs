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

    private static readonly Gen<List<string>> AnyOrder = Gen.OneOf(MemberIds).List[1, 6];

    private static readonly Gen<(Squad Squad, Instant Now)> AnySituation =
        from zone in Gen.OneOf(Zones)
        let instant = AnyInstant(zone)
        let local = instant.Select(i => i.InZone(zone).LocalDateTime)
        from start in local
        from weekday in AnyOrder
        from weekendLater in Gen.OneOf(Gen.Int[1, 90], Gen.Int[1, (7 * 24 * 60) - 1])
        from weekend in AnyOrder
        from overrides in AnyOverride(local).List[0, 12]
        from now in instant
        let rota = new RotaRule(start.Date, Rule(start, weekday), Rule(start.PlusMinutes(weekendLater), weekend), overrides)
        select (DataInfra with { TimeZone = zone, Rota = rota }, now);

    [Fact]
    public void Every_instant_lies_in_its_shift_whose_level_2_is_somebody_else() => Holds(s =>
    {
        var shift = RotaCalendar.At(s.Squad, s.Now);

        shift.Start.ShouldBeLessThanOrEqualTo(s.Now);
        shift.End.ShouldBeGreaterThan(s.Now);
        shift.Level2.ShouldNotBe(shift.Holder);
        s.Squad.Find(shift.Level2)!.Level2.ShouldBeTrue();
    });

    [Fact]
    public void Every_instant_of_a_shift_has_that_shift() => Holds(s =>
    {
        var shift = RotaCalendar.At(s.Squad, s.Now);

        RotaCalendar.At(s.Squad, shift.Start).ShouldBe(shift);
        RotaCalendar.At(s.Squad, shift.Start + ((shift.End - shift.Start) / 2)).ShouldBe(shift);
        RotaCalendar.At(s.Squad, shift.End - Duration.Epsilon).ShouldBe(shift);
    });

    [Fact]
    public void The_next_shift_begins_when_this_one_ends() => Holds(s =>
        RotaCalendar.Next(s.Squad, s.Now).Start.ShouldBe(RotaCalendar.At(s.Squad, s.Now).End));

    [Fact]
    public void In_the_middle_of_the_last_override_its_member_holds() => Holds(s =>
    {
        if (s.Squad.Rota.Overrides is not [.., var last])
            return;
        var (begins, ends) = (s.Squad.TimeZone.AtLeniently(last.From).ToInstant(), s.Squad.TimeZone.AtLeniently(last.To).ToInstant());
        if (ends - begins > Duration.FromHours(4)) // Shorter, the way in which a change of the clocks is resolved decides.
            RotaCalendar.At(s.Squad, begins + ((ends - begins) / 2)).Holder.ShouldBe(last.Member);
    });

    [Fact]
    public void The_next_work_time_is_now_or_later_and_within_work_hours() => Holds(s =>
    {
        var next = WorkCalendar.NextWorkTime(s.Squad, s.Now);

        next.ShouldBeGreaterThanOrEqualTo(s.Now);
        WorkCalendar.IsWorkTime(s.Squad, next).ShouldBeTrue();
    });

    private static void Holds(Action<(Squad Squad, Instant Now)> property) => AnySituation.Sample(property, iter: 5_000);

    private static ShiftRule Rule(LocalDateTime starts, List<string> order) => new(starts.DayOfWeek, starts.TimeOfDay, order);

    private static Gen<Override> AnyOverride(Gen<LocalDateTime> local) => Gen.Select(
        local, Gen.OneOf(Gen.Int[1, 120], Gen.Int[1, 20_000]), Gen.OneOf(MemberIds),
        (from, minutes, member) => new Override(from, from.PlusMinutes(minutes), member, null));

    /// <summary>Anywhere in the years 2026 to 2036, or within two hours of a change of the zone's clocks.</summary>
    private static Gen<Instant> AnyInstant(DateTimeZone zone)
    {
        var years = new Interval(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2037, 1, 1, 0, 0));
        var clockChanges = zone.GetZoneIntervals(years).Skip(1).Select(i => i.Start).DefaultIfEmpty(years.Start).ToArray();
        return Gen.OneOf(
            Gen.Select(Gen.OneOf(clockChanges), Gen.Int[-120, 120], (change, minutes) => change + Duration.FromMinutes(minutes)),
            Gen.Int[0, (int)years.Duration.TotalMinutes - 1].Select(minutes => years.Start + Duration.FromMinutes(minutes)));
    }
}
