using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Rota;

/// <summary>On Thursday 26 November 2026 at ten; the weeks are Ana's, Bruno's, Clara's and Davi's in turn.</summary>
public sealed class RotaWatchTests
{
    private static readonly Person Ana = new("ana", "Ana", false);
    private static readonly Moment Now = new(WithoutOverrides, At(2026, 11, 26, 10));
    private static readonly RotaBook Known = RotaWatch.Look(new RotaBook { Squad = "data-infra" }, Now);

    /// <summary>Clara covers Bruno's week of 30 November.</summary>
    private static readonly RotaBook Covered = Known.Agree(Agreement(At(2026, 11, 30, 11), At(2026, 12, 4, 17)));

    [Fact]
    public void The_first_look_tells_nobody()
    {
        Known.Orders.ShouldNotBeNull();
        Known.Duties.ShouldBeEmpty();
        RotaWatch.Look(Known, Now).ShouldBeSameAs(Known);
    }

    [Fact]
    public void An_agreement_follows_its_shift_when_the_order_changes_and_those_whose_shifts_moved_are_told()
    {
        var followed = RotaWatch.Look(Covered, With("ana", "davi", "bruno", "clara"));

        var moved = followed.Agreements.ShouldHaveSingleItem();
        (moved.From, moved.To, moved.Member).ShouldBe((At(2026, 12, 7, 11), At(2026, 12, 11, 17), "clara"));
        Told(followed, PostKind.RotaMoved).ShouldBe(["bruno", "clara", "davi"], ignoreOrder: true);
        followed.Over(WithoutOverrides).Rota.Agreed.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_part_of_a_shift_stays_the_same_part()
    {
        var part = Known.Agree(Agreement(At(2026, 12, 1, 9), At(2026, 12, 1, 18)));

        var moved = RotaWatch.Look(part, With("ana", "davi", "bruno", "clara")).Agreements.ShouldHaveSingleItem();

        (moved.From, moved.To).ShouldBe((At(2026, 12, 8, 9), At(2026, 12, 8, 18)));
    }

    [Fact]
    public void One_for_somebody_who_holds_no_such_shift_any_more_goes()
    {
        var followed = RotaWatch.Look(Covered, With("ana", "clara", "davi"));

        followed.Agreements.ShouldBeEmpty();
        Told(followed, PostKind.RotaMoved).ShouldContain("bruno");
    }

    [Fact]
    public void The_same_orders_again_tell_nobody_again()
    {
        var followed = RotaWatch.Look(Covered, With("ana", "davi", "bruno", "clara"));

        RotaWatch.Look(followed, With("ana", "davi", "bruno", "clara")).ShouldBeSameAs(followed);
    }

    [Fact]
    public void Shifts_in_a_row_by_an_override_are_told_to_a_lead_once()
    {
        // Clara has the week after, and Level 2 is no shift.
        var twice = Known.Agree(Agreement(At(2026, 12, 4, 17), At(2026, 12, 7, 11)));

        var told = RotaWatch.Look(twice, Now);

        Told(told, PostKind.RotaGap).ShouldBe(["ana"]);
        told.Gaps.ShouldHaveSingleItem().Kind.ShouldBe(GapKind.InARow);
        RotaWatch.Look(told, Now).ShouldBeSameAs(told);
    }

    [Fact]
    public void Somebody_who_is_away_for_a_shift_is_a_gap_and_so_is_one_who_has_left()
    {
        var away = Known with { Absences = [new Absence("bruno", At(2026, 12, 1, 0), At(2026, 12, 2, 0))] };
        RotaWatch.Look(away, Now).Gaps.ShouldHaveSingleItem().Kind.ShouldBe(GapKind.Away);

        var left = Known.Agree(Agreement(At(2026, 12, 1, 0), At(2026, 12, 2, 0)) with { Member = "eva" });
        RotaWatch.Look(left, Now).Gaps.ShouldHaveSingleItem().Kind.ShouldBe(GapKind.Nobody);
    }

    [Fact]
    public void What_is_no_hurry_waits_for_work_hours()
    {
        var night = Now with { Now = At(2026, 11, 26, 22) };
        var away = Known with { Absences = [new Absence("bruno", At(2026, 12, 1, 0), At(2026, 12, 2, 0))] };

        RotaWatch.Look(away, night).Duties.ShouldHaveSingleItem().Due.ShouldBe(At(2026, 11, 27, 9));
    }

    private static Agreement Agreement(NodaTime.Instant from, NodaTime.Instant to) => new("offer/1/taken", AgreementKind.Cover, from, to, "clara", "bruno", Ana, Now.Now);

    private static Moment With(params string[] weekdays) => Now with
    {
        Squad = WithoutOverrides with { Rota = WithoutOverrides.Rota with { Weekday = DataInfra.Rota.Weekday with { Order = weekdays } } },
    };

    private static IEnumerable<string?> Told(RotaBook book, PostKind kind) => book.Duties.Where(d => d.Message == kind).Select(d => d.To!.Member);
}
