using System.Globalization;
using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>Which shift, and with whom.</summary>
public static class SwapForm
{
    /// <summary>The fields' ids.</summary>
    public const string Shift = "shift";

    public const string With = "with";

    /// <summary>The value of the choice that asks everybody.</summary>
    public const string All = "all";

    /// <summary>Names a shift in a choice.</summary>
    public static string ValueOf(Shift shift) => shift.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <param name="member">Whose shift; another than the viewer's where a lead does it for them.</param>
    /// <param name="start">The shift that is chosen already.</param>
    public static AdaptiveCard Build(Moment moment, Member member, string viewer, Instant? start = null)
    {
        var shifts = OfferRules.Offered(member.Id, moment);
        var whose = member.Id == viewer ? "your" : $"{member.Name}'s";
        if (shifts.Count == 0)
            return NoticeCard.Of($"There is no shift to swap: {(member.Id == viewer ? "you have" : $"{member.Name} has")} none in the next three months.");
        return Card.Of($"Swap {whose} shift: which, and with whom?",
            [
                Text.Head($"Rota · swap", $"Which of {whose} shifts, and with whom?"),
                new AdaptiveChoiceSetInput
                {
                    Id = Shift,
                    Label = "Shift",
                    Style = AdaptiveChoiceInputStyle.Expanded,
                    Value = ValueOf(shifts.FirstOrDefault(s => s.Start == start) ?? shifts[0]),
                    Choices = [.. shifts.Select(s => Field.Choice(OfferWords.Span(s.Start, s.End, moment), ValueOf(s)))],
                }.First(),
                new AdaptiveChoiceSetInput
                {
                    Id = With,
                    Label = "With",
                    Style = AdaptiveChoiceInputStyle.Compact,
                    Value = All,
                    Choices = [Field.Choice("All: the first who accepts", All), .. moment.Squad.Members.Where(m => m.Id != member.Id).Select(m => Field.Choice(m.Name, m.Id))],
                },
                Text.Foot($"Whoever accepts gives their next shift of the same kind. Until then it stays {(member.Id == viewer ? "yours" : whose)}."),
            ],
            Target.Of(moment.Squad, member).Positive("Offer it", Verbs.Rota.SwapOffer),
            Target.Of(moment.Squad, member).Leave("Cancel", Verbs.Issue.FormCancel));
    }
}
