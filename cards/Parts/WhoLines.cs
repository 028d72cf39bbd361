using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards.Parts;

/// <summary>Who is on duty, in the lines that several cards have.</summary>
internal static class WhoLines
{
    /// <summary><c>Ana is Hausmeister until Fri 27 Nov 17:00</c>; whoever has not confirmed it only holds it.</summary>
    public static string Now(Moment moment) => moment.Unconfirmed is null
        ? DutyWords.OnDutyUntil(moment)
        : $"{moment.Squad.NameOf(moment.OnDuty)} holds it until {SquadTime.Day(moment.Squad, moment.Shift.End)}";

    public static AdaptiveContainer Head(Moment moment) => Text.Head($"{moment.Squad.Name}", $"{Now(moment)}");

    /// <summary>Null where the one on duty knows it.</summary>
    public static Markdown? Unconfirmed(Moment moment) => moment.Unconfirmed is { } open
        ? Markdown.Of($"{moment.Squad.NameOf(open.To)}'s shift began {DutyWords.ShortWeekday(moment, open.Since)}, **not confirmed**. Until then also: {moment.Squad.NameOf(open.From)}.")
        : null;

    public static Markdown Level2(Moment moment) =>
        Markdown.Join(" · ", [Markdown.Of($"Level 2: **{moment.Squad.NameOf(moment.Level2)}**"), Phones.Of(moment.Squad.Find(moment.Level2))]);

    /// <summary>When the duty passes to somebody else; null where that is not within three months.</summary>
    public static Passing? NextHandOff(Moment moment) =>
        Passing.Between(moment.Squad, moment.Now, moment.Now + Duration.FromDays(7 * Fairness.Weeks)).FirstOrDefault(p => p.At > moment.Now);
}
