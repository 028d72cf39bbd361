using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>How an offer goes: asked, taken by the first, or by whom Level 2 or a lead appoints, or by nobody.</summary>
public static class OfferRules
{
    /// <summary>Half a year: how far ahead a shift may lie that goes back.</summary>
    private static readonly Duration Ahead = Duration.FromDays(182);

    private static readonly Duration Quarter = Duration.FromDays(7 * Fairness.Weeks);

    /// <summary>As many as a form shows at once.</summary>
    private const int MostOffered = 6;

    /// <summary>The member's shifts that can be offered: the present one and the next ones.</summary>
    public static IReadOnlyList<Shift> Offered(string member, Moment moment) =>
        [.. RotaCalendar.Between(moment.Squad, moment.Now, moment.Now + Quarter).Where(s => s.Holder == member).Take(MostOffered)];

    /// <summary>Illness is said at once; anything else can wait for work hours.</summary>
    public static Offer Ask(Offer offer, Moment moment)
    {
        var isIll = offer.Kind == OfferKind.Ill;
        var asked = offer.Asked.Aggregate(offer, (o, member) => o.Tell(Recipient.Of(member), PostKind.OfferAsk, isIll ? moment.Now : moment.InWorkHours))
            .Owe(new Duty("end", DutyKind.EndOffer, isIll ? offer.To : offer.From));
        return isIll ? asked.Owe(new Duty("appoint", DutyKind.AppointOffer, moment.Now + moment.Squad.HandOff.Level2After)) : asked;
    }

    /// <summary>The first one has it; whose shift it was, and whoever offered it for them, hear of it.</summary>
    public static Offer Take(Offer offer, string member, Person by, Moment moment)
    {
        if (!offer.IsOpen)
            return offer;
        var back = offer.Kind == OfferKind.Swap ? Back(offer, member, moment) : null;
        var taken = (offer with { Taken = new Taken(member, by, moment.Now, back) })
            .Settle(DutyKind.EndOffer, DutyKind.AppointOffer, DutyKind.Tell)
            .Refresh(moment.Now);
        // What begins before the next work hours is no plan any more.
        var at = offer.From <= moment.InWorkHours ? moment.Now : moment.InWorkHours;
        foreach (var hearer in new[] { offer.For, offer.By.Id }.Distinct().Where(id => id != by.Id))
            taken = taken.Tell(Recipient.Of(hearer), PostKind.OfferTaken, at);
        return by.Id == member ? taken : taken.Tell(Recipient.Of(member), PostKind.OfferTaken, at);
    }

    /// <summary>When nobody can, whoever offered it and a lead hear of it.</summary>
    public static Offer Cant(Offer offer, string member, Moment moment)
    {
        if (!offer.IsOpen || offer.Cant.Contains(member))
            return offer;
        var refused = (offer with { Cant = [.. offer.Cant, member] }).Refresh(moment.Now);
        return refused.Asked.Except(refused.Cant).Any() ? refused : TellNobody(refused, moment);
    }

    /// <summary>Its time has come, and nobody took it.</summary>
    public static Offer End(Offer offer, Moment moment)
    {
        if (!offer.IsOpen)
            return offer.Settle(DutyKind.EndOffer);
        var ended = (offer with { EndedAt = moment.Now }).Settle(DutyKind.EndOffer, DutyKind.AppointOffer, DutyKind.Tell).Refresh(moment.Now);
        return offer.Kind == OfferKind.Ill ? ended : TellNobody(ended, moment);
    }

    /// <summary>It is needed for another time.</summary>
    public static Offer Until(Offer offer, Instant until) => offer with
    {
        To = until,
        Duties = [.. offer.Duties.Select(d => d.Kind == DutyKind.EndOffer ? d with { Due = until } : d)],
    };

    /// <summary>Nobody has accepted for a while: whoever holds it, and a lead, may appoint.</summary>
    public static Offer AskToAppoint(Offer offer, Moment moment)
    {
        var settled = offer.Settle(DutyKind.AppointOffer);
        if (!offer.IsOpen)
            return settled;
        var lead = moment.LeadBeside(moment.OnDuty, offer.For);
        return new[] { moment.OnDuty, lead }.OfType<string>().Aggregate(settled, (o, member) => o.Tell(Recipient.Of(member), PostKind.OfferAppoint, moment.Now));
    }

    /// <summary>The member's next shift of the same kind; null where they have none in the next half year.</summary>
    public static Span? Back(Offer offer, string member, Moment moment) => RotaCalendar.Between(moment.Squad, moment.Now, moment.Now + Ahead)
        .Where(s => s.Holder == member && s.Role == offer.Role && s.Start > moment.Now && (s.End <= offer.From || s.Start >= offer.To))
        .Select(s => new Span(s.Start, s.End))
        .FirstOrDefault();

    /// <summary>What the member would hold in a row; null where it is one shift.</summary>
    public static InARow? InARow(Offer offer, string member, Moment moment) =>
        Rota.InARow.If(moment.Squad, member, Instant.Max(offer.From, moment.Now), offer.To);

    private static Offer TellNobody(Offer offer, Moment moment)
    {
        var told = offer.Tell(Recipient.Of(offer.By.Id), PostKind.OfferNobody, moment.InWorkHours);
        return moment.LeadBeside(offer.By.Id) is { } lead ? told.Tell(Recipient.Of(lead), PostKind.OfferNobody, moment.InWorkHours) : told;
    }
}
