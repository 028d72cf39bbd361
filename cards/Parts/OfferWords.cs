using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards.Parts;

/// <summary>How cards speak about offers.</summary>
internal static class OfferWords
{
    public static string For(Offer offer, Moment moment) => moment.Squad.NameOf(offer.For);

    /// <summary><c>Mon 30 Nov 11:00 to Fri 4 Dec 17:00</c></summary>
    public static string Span(Instant from, Instant to, Moment moment) => $"{SquadTime.Day(moment.Squad, from)} to {SquadTime.Day(moment.Squad, to)}";

    public static string Span(Offer offer, Moment moment) => Span(offer.From, offer.To, moment);

    /// <summary>The week, the weekend, or a part of one.</summary>
    public static string Shift(Offer offer, Moment moment)
    {
        var (week, weekend) = (moment.Squad.Rota.Weekday, moment.Squad.Rota.Weekend);
        return offer.Role == DutyRole.Hausmeister
            ? IsAt(offer.From, week) && IsAt(offer.To, weekend) ? "week" : "shift"
            : IsAt(offer.From, weekend) && IsAt(offer.To, week) ? "weekend" : "shift";

        bool IsAt(Instant instant, ShiftRule rule) => instant.InZone(moment.Squad.TimeZone) is var local && (local.DayOfWeek, local.TimeOfDay) == (rule.Day, rule.Time);
    }

    /// <summary>What became of it; null while it is open.</summary>
    public static Markdown? Outcome(Offer offer, Moment moment) => offer switch
    {
        { Taken: { } taken } => Markdown.Of($"**{moment.Squad.NameOf(taken.Member)} has it**"),
        { EndedAt: not null, Kind: OfferKind.Ill } => Markdown.Of($"**Nobody is asked any more**"),
        { EndedAt: not null } => Markdown.Of($"**Nobody took it:** it stays {For(offer, moment)}'s"),
        _ => null,
    };
}
