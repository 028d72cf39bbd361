using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;

namespace Hausmeister.Cards;

/// <summary>Each message about an offer, as it is sent and as it is brought up to date.</summary>
public static class OfferMessages
{
    /// <param name="viewer">Who reads it.</param>
    public static AdaptiveCard Build(PostKind kind, Offer offer, Moment moment, string viewer, string? text) => kind switch
    {
        PostKind.OfferAsk => OfferCard.Build(offer, moment, viewer),
        PostKind.OfferAppoint => OfferAppointCard.Build(offer, moment, viewer),
        PostKind.OfferTaken => NoticeCard.Of(Taken(offer, moment, viewer)),
        PostKind.OfferNobody => NoticeCard.Of(Nobody(offer, moment, viewer)),
        PostKind.TrackerRefused => NoticeCard.Build(text ?? ""),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such message."),
    };

    private static Markdown Taken(Offer offer, Moment moment, string viewer)
    {
        var taken = offer.Taken!;
        var span = OfferWords.Span(offer, moment);
        var who = viewer == taken.Member
            ? Markdown.Of($"**It is yours:** {OfferWords.For(offer, moment)}'s shift, {span}. {taken.By.Name} decided it.")
            : Markdown.Of($"**{moment.Squad.NameOf(taken.Member)} takes {(viewer == offer.For ? "your shift" : $"{OfferWords.For(offer, moment)}'s shift")}**, {span}.");
        return taken.Back is { } back
            ? Markdown.Of($"{who} {(viewer == offer.For ? "You take" : $"{OfferWords.For(offer, moment)} takes")} {OfferWords.Span(back.From, back.To, moment)}.")
            : who;
    }

    private static Markdown Nobody(Offer offer, Moment moment, string viewer)
    {
        var whose = viewer == offer.For ? Markdown.Of($"your {OfferWords.Shift(offer, moment)}") : Markdown.Of($"{OfferWords.For(offer, moment)}'s {OfferWords.Shift(offer, moment)}");
        var stays = viewer == offer.For ? Markdown.Of($"It stays yours: ask somebody, or a lead.") : Markdown.Of($"It stays {OfferWords.For(offer, moment)}'s.");
        return $"**Nobody can take {whose}**, {OfferWords.Span(offer, moment)}. {stays}";
    }
}
