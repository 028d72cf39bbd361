using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;

namespace Hausmeister.Bot.Duties;

/// <summary>An offer's messages. Illness does not wait for the end of a dialog.</summary>
internal sealed class OfferMessageEffects(IMessenger messenger, ILogger<OfferMessageEffects> logger) : MessageEffects<Offer>(messenger, logger)
{
    protected override AdaptiveCard Card(Offer document, PostKind kind, Moment moment, Person? viewer, string? text) =>
        OfferMessages.Build(kind, document, moment, viewer?.Id ?? "", text);

    protected override bool IsUrgent(Offer document, PostKind kind) => document.Kind == OfferKind.Ill;

    protected override bool IsKeptUpToDate(Offer document, PostKind kind) => kind is PostKind.OfferAsk or PostKind.OfferAppoint;
}
