using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;

namespace Hausmeister.Bot.Duties;

/// <summary>A hand-off's messages. Whose phone rings is never in doubt, so what says so does not wait for the end of a dialog.</summary>
internal sealed class HandOffMessageEffects(IMessenger messenger, ILogger<HandOffMessageEffects> logger) : MessageEffects<HandOff>(messenger, logger)
{
    protected override AdaptiveCard Card(HandOff document, PostKind kind, Moment moment, Person? viewer, string? text) =>
        HandOffMessages.Build(kind, document, moment, viewer?.Id, text);

    protected override bool IsUrgent(HandOff document, PostKind kind) =>
        kind is not (PostKind.HandOffQuestion or PostKind.HandOffAnswer or PostKind.Readiness or PostKind.ReadinessLevel2 or PostKind.HandOffDraft);

    protected override bool IsKeptUpToDate(HandOff document, PostKind kind) => kind is
        PostKind.Readiness or PostKind.HandOffP4 or PostKind.HandOffDraft
        or PostKind.HandOff or PostKind.HandOffGuild or PostKind.HandOffReminder or PostKind.HandOffLevel2 or PostKind.HandOffLead;
}
