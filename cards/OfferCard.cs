using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>To those who may accept: who takes this shift?</summary>
public static class OfferCard
{
    public static AdaptiveCard Build(Offer offer, Moment moment, string viewer)
    {
        var (whose, shift, span) = (OfferWords.For(offer, moment), OfferWords.Shift(offer, moment), OfferWords.Span(offer, moment));
        if (OfferWords.Outcome(offer, moment) is { } outcome)
            return Card.Done($"{whose}'s {shift}, {span}: {outcome}", $"{CaseWords.When(offer.Taken?.At ?? offer.EndedAt!.Value, moment)}");
        if (offer.Cant.Contains(viewer))
            return Card.Of($"You can't take {whose}'s {shift}, {span}.",
                [Text.Line($"**You can't** take {whose}'s {shift}, {span}.", AdaptiveSpacing.Default)],
                Target.Of(offer).Button("I can after all", Verbs.Offer.Accept));
        return Card.Of(Sentence(offer, whose, shift, span),
            [
                Text.Head($"Rota · {Kicker(offer)}", $"{Title(offer, whose, shift)}"),
                offer.Kind == OfferKind.Swap ? Swapped(offer, moment, viewer, whose, span) : Until(offer, moment, span),
                OfferRules.InARow(offer, viewer, moment) is { } run ? Block.Notice(AdaptiveContainerStyle.Warning, RotaWords.InARowForYou(run, moment)) : null,
                Text.Foot(Foot(offer, moment)),
            ],
            Target.Of(offer).Positive("Accept", Verbs.Offer.Accept),
            Target.Of(offer).Button("Can't", Verbs.Offer.Cant));
    }

    private static string Kicker(Offer offer) => (offer.Kind, offer.Asked.Count) switch
    {
        (OfferKind.Swap, 1) => "a swap, offered to you",
        (OfferKind.Swap, _) => "a swap, offered to all",
        (_, 1) => "offered to you",
        _ => "offered to all",
    };

    private static string Title(Offer offer, string whose, string shift) => offer.Kind switch
    {
        OfferKind.Swap => $"{whose} needs a swap. Who takes the {shift}?",
        OfferKind.Ill => $"{whose} is ill. Who takes the shift?",
        _ => $"{whose} needs cover. Who takes it?",
    };

    private static string Sentence(Offer offer, string whose, string shift, string span) => offer.Kind switch
    {
        OfferKind.Swap => $"{whose} offers a swap of the {shift}, {span}. Who takes it?",
        OfferKind.Ill => $"{whose} is ill. Who takes the shift, {span}?",
        _ => $"{whose} needs cover, {span}. Who takes it?",
    };

    private static AdaptiveFactSet Swapped(Offer offer, Moment moment, string viewer, string whose, string span) => new()
    {
        Spacing = AdaptiveSpacing.Medium,
        Facts =
        [
            new AdaptiveFact("You take", Markdown.Of($"{span}").Source),
            new AdaptiveFact(Markdown.Of($"{whose} takes").Source, OfferRules.Back(offer, viewer, moment) is { } back
                ? Markdown.Of($"yours, {OfferWords.Span(back.From, back.To, moment)}").Source
                : "nothing: you have no such shift in the next half year"),
        ],
    };

    private static AdaptiveTextBlock Until(Offer offer, Moment moment, string span) => offer.Kind == OfferKind.Ill
        ? Text.Line($"Now until **{SquadTime.Day(moment.Squad, offer.To)}**. {moment.Squad.NameOf(moment.OnDuty)} holds it until somebody accepts.")
        : Text.Line($"**{span}**");

    private static Markdown Foot(Offer offer, Moment moment) => offer.Kind == OfferKind.Ill
        ? Markdown.Of($"The first who accepts has it. Nobody by {SquadTime.Clock(moment.Squad, offer.From + moment.Squad.HandOff.Level2After)}, and {moment.Squad.NameOf(moment.OnDuty)} appoints.")
        : Markdown.Of($"The first who accepts has it, and both are told. Until then it stays {OfferWords.For(offer, moment)}'s.");
}
