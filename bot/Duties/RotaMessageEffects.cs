using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;

namespace Hausmeister.Bot.Duties;

/// <summary>Messages about the rota itself. None of them is urgent, and each stays as it was said.</summary>
internal sealed class RotaMessageEffects(IMessenger messenger, ILogger<RotaMessageEffects> logger) : MessageEffects<RotaBook>(messenger, logger)
{
    protected override AdaptiveCard Card(RotaBook document, PostKind kind, Moment moment, Person? viewer, string? text) =>
        RotaMessages.Build(kind, document, moment, viewer?.Id ?? "", text);

    protected override bool IsUrgent(RotaBook document, PostKind kind) => false;

    protected override bool IsKeptUpToDate(RotaBook document, PostKind kind) => false;
}
