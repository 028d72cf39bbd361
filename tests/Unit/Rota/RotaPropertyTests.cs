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
        from overrides in AnyOverride(local, zone).List[0, 12]
        from agreed in AnyOverride(local, zone).List[0, 6]
        from absences in AnyOverride(local, zone).List[0, 3]
        from now in instant
        let rota = new RotaRule(start.Date, Rule(start, weekday), Rule(start.PlusMinutes(weekendLater), weekend), overrides)
        {
            Agreed = agreed,
            Absences = [.. absences.Select(a => new Absence(a.Member, a.From, a.To))],
        }
        select (DataInfra with { TimeZone = zone, Rota = rota }, now);

    [Fact]
    public void Every_instant_lies_in_its_shift_whose_level_2_is_somebody_else() => Holds(s =>
    {
        var shift = RotaCalendar.At(s.Squad, s.Now);

        shift.Start.ShouldBeLessThanOrEqualTo(s.Now);
        shift.End.ShouldBeGreaterThan(s.Now);
        shift.Level2.ShouldNotBe(shift.Holder);
    });

    [Fact]
    public void Level_2_is_one_of_them_who_is_there_while_there_is_any() => Holds(s =>
    {
        var shift = RotaCalendar.At(s.Squad, s.Now);
        var away = s.Squad.Rota.Absences.Where(a => a.From <= s.Now && s.Now < a.To).Select(a => a.Member).ToHashSet();

        if (s.Squad.Members.Any(m => m.Level2 && m.Id != shift.Holder && !away.Contains(m.Id)))
            s.Squad.Find(shift.Level2)!.Level2.ShouldBeTrue();
        if (s.Squad.Members.Any(m => m.Id != shift.Holder && !away.Contains(m.Id)))
            away.ShouldNotContain(shift.Level2);
    });

    [Fact]
    public void Every_instant_of_a_shift_has_that_shift() => Holds(s =>
    {
        var shift = RotaCalendar.At(s.Squad, s.Now);

        Same(shift.Start);
        Same(shift.Start + ((shift.End - shift.Start) / 2));
        Same(shift.End - Duration.Epsilon);

        // Level 2 is asked for at an instant: who is away may change within a shift.
        void Same(Instant at) => (RotaCalendar.At(s.Squad, at) with { Level2 = shift.Level2 }).ShouldBe(shift);
    });

    [Fact]
    public void Duty_passes_exactly_where_the_holder_changes() => Holds(iterations: 500, s =>
    {
        var until = s.Now + Duration.FromDays(40);
        foreach (var passing in Passing.Between(s.Squad, s.Now, until))
        {
            RotaCalendar.At(s.Squad, passing.At - Duration.Epsilon).Holder.ShouldBe(passing.From);
            RotaCalendar.At(s.Squad, passing.At).Holder.ShouldBe(passing.To);
            RotaCalendar.At(s.Squad, passing.Until - Duration.Epsilon).Holder.ShouldBe(passing.To);
            passing.From.ShouldNotBe(passing.To);
        }

        var holders = RotaCalendar.Between(s.Squad, s.Now, until).Where(shift => shift.Start > s.Now).ToList();
        Passing.Between(s.Squad, s.Now, until).Count(p => p.At > s.Now)
            .ShouldBe(holders.Count(shift => RotaCalendar.At(s.Squad, shift.Start - Duration.Epsilon).Holder != shift.Holder));
    });

    [Fact]
    public void The_next_shift_begins_when_this_one_ends() => Holds(s =>
        RotaCalendar.Next(s.Squad, s.Now).Start.ShouldBe(RotaCalendar.At(s.Squad, s.Now).End));

    [Fact]
    public void In_the_middle_of_the_last_override_its_member_holds() => Holds(s =>
    {
        if (s.Squad.Rota.Overrides.Concat(s.Squad.Rota.Agreed).LastOrDefault() is { } last && last.From < last.To)
            RotaCalendar.At(s.Squad, last.From + ((last.To - last.From) / 2)).Holder.ShouldBe(last.Member);
    });

    [Fact]
    public void The_next_work_time_is_now_or_later_and_within_work_hours() => Holds(s =>
    {
        var next = WorkCalendar.NextWorkTime(s.Squad, s.Now);

        next.ShouldBeGreaterThanOrEqualTo(s.Now);
        WorkCalendar.IsWorkTime(s.Squad, next).ShouldBeTrue();
    });

    private static void Holds(Action<(Squad Squad, Instant Now)> property) => Holds(5_000, property);

    private static void Holds(int iterations, Action<(Squad Squad, Instant Now)> property) => AnySituation.Sample(property, iter: iterations);

    private static ShiftRule Rule(LocalDateTime starts, List<string> order) => new(starts.DayOfWeek, starts.TimeOfDay, order);

    private static Gen<Override> AnyOverride(Gen<LocalDateTime> local, DateTimeZone zone) => Gen.Select(
        local, Gen.OneOf(Gen.Int[1, 120], Gen.Int[1, 20_000]), Gen.OneOf(MemberIds),
        (from, minutes, member) => new Override(zone.InstantOf(from), zone.InstantOf(from.PlusMinutes(minutes)), member, null));

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
