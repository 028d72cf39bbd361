using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Channels;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Bot.Duties;

/// <summary>Messages about a channel: a line each, which stays as it was said.</summary>
internal sealed class ChannelMessageEffects(IMessenger messenger, ILogger<ChannelMessageEffects> logger) : MessageEffects<ChannelBook>(messenger, logger)
{
    protected override AdaptiveCard Card(ChannelBook document, PostKind kind, Moment moment, Person? viewer, string? text) => NoticeCard.Build(text ?? "");

    protected override bool IsUrgent(ChannelBook document, PostKind kind) => false;

    protected override bool IsKeptUpToDate(ChannelBook document, PostKind kind) => false;
}
