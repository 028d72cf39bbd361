using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Bot.Duties;

/// <summary>A day's messages. What went wrong does not wait for the end of a dialog.</summary>
internal sealed class PipelineMessageEffects(IMessenger messenger, ILogger<PipelineMessageEffects> logger) : MessageEffects<PipelineDay>(messenger, logger)
{
    protected override AdaptiveCard Card(PipelineDay document, PostKind kind, Moment moment, Person? viewer, string? text) =>
        PipelineMessages.Build(kind, document, moment, viewer?.Id, text);

    protected override bool IsUrgent(PipelineDay document, PostKind kind) =>
        kind is PostKind.DagPost or PostKind.DagPreview or PostKind.Trouble or PostKind.TroubleGuild or PostKind.TroubleLevel2;

    protected override bool IsKeptUpToDate(PipelineDay document, PostKind kind) =>
        kind is PostKind.DagShown or PostKind.DagPost or PostKind.DagPreview or PostKind.Trouble or PostKind.TroubleGuild or PostKind.TroubleLevel2;
}
