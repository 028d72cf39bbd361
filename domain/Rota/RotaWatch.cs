using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>Looks after the rota: what was agreed on follows its shifts when the orders change, and gaps are told ahead.</summary>
public static class RotaWatch
{
    /// <summary>How far ahead people plan, and a shift is looked for that was moved.</summary>
    private static readonly Duration Ahead = Duration.FromDays(7 * Fairness.Weeks);

    public static RotaBook Look(RotaBook book, Moment moment) => TellGaps(Follow(book, moment), moment);

    /// <summary>The squad's file has other orders than before: those whose next shifts moved are told.</summary>
    private static RotaBook Follow(RotaBook book, Moment moment)
    {
        var present = RotaOrders.Of(moment.Squad.Rota);
        if (book.Orders == present)
            return book;
        if (book.Orders is not { } former)
            return book with { Orders = present };
        var before = book.Over(moment.Squad with { Rota = former.In(moment.Squad.Rota) });
        var followed = book with { Orders = present, Agreements = [.. book.Agreements.Select(a => Moved(a, before, moment)).OfType<Agreement>()] };
        var after = followed.Over(moment.Squad);
        return moment.Squad.Members.Where(m => !Shifts(before, m.Id, moment.Now).SequenceEqual(Shifts(after, m.Id, moment.Now)))
            .Aggregate(followed, (b, member) => b.Tell(Recipient.Of(member.Id), PostKind.RotaMoved, moment.InWorkHours, present.ToString()));
    }

    /// <summary>An agreement that is still to come follows the shift it was made for: the nearest one that is dealt to the same member. Null: there is none.</summary>
    private static Agreement? Moved(Agreement agreement, Squad before, Moment moment)
    {
        if (agreement.From <= moment.Now)
            return agreement;
        var (was, now) = (RotaCalendar.At(Dealt(before), agreement.From), RotaCalendar.At(Dealt(moment.Squad), agreement.From));
        if ((was.Holder, was.Start, was.End) == (now.Holder, now.Start, now.End))
            return agreement;
        var nearest = RotaCalendar.Between(Dealt(moment.Squad), moment.Now, agreement.From + Ahead)
            .Where(s => s.Holder == was.Holder && s.Role == was.Role && s.Start > moment.Now)
            .MinBy(s => Math.Abs((s.Start - was.Start).TotalSeconds));
        return nearest is null ? null : agreement with
        {
            From = Instant.Min(nearest.Start + (agreement.From - was.Start), nearest.End),
            To = agreement.To == was.End ? nearest.End : Instant.Min(nearest.Start + (agreement.To - was.Start), nearest.End),
        };
    }

    private static Squad Dealt(Squad squad) => squad with { Rota = squad.Rota with { Agreed = [], Overrides = [] } };

    private static IEnumerable<(Instant Start, Instant End)> Shifts(Squad squad, string member, Instant now) =>
        RotaCalendar.Between(squad, now, now + Ahead).Where(s => s.Holder == member && s.Start > now).Select(s => (s.Start, s.End));

    /// <summary>Each once, in work hours, to a lead.</summary>
    private static RotaBook TellGaps(RotaBook book, Moment moment)
    {
        var gaps = Gap.Find(book.Over(moment.Squad), moment.Now);
        var known = book.Gaps.Where(g => g.To > moment.Now).ToList();
        var fresh = gaps.Where(g => known.TrueForAll(k => k.Id != g.Id)).ToList();
        if (fresh.Count == 0)
            return book;
        var told = book with { Gaps = [.. known, .. fresh] };
        return fresh.Aggregate(told, (b, gap) => (moment.LeadBeside(gap.Member) ?? moment.LeadBeside()) is { } lead
            ? b.Tell(Recipient.Of(lead), PostKind.RotaGap, moment.InWorkHours, gap.Id)
            : b);
    }
}
