using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Dialogs;

/// <summary>The message that asks or tells about several cases at once, as it is to be after one of them has changed.</summary>
public static class RoundMessage
{
    /// <summary>Where the case stood in such a message in this conversation: the tapped one, else where it was asked about last. Null: nowhere.</summary>
    public static Post? Of(Turn turn, Case @case) => @case.Posts
        .Where(p => p.Kind is PostKind.Progress or PostKind.Morning && p.Conversation == turn.Conversation)
        .OrderByDescending(p => p.Activity == turn.Tap?.Card)
        .ThenBy(p => p.Kind)
        .FirstOrDefault();

    public static async Task<AdaptiveCard> CardAsync(Turn turn, Case changed, CancellationToken cancellationToken)
    {
        if (Of(turn, changed) is not { } message)
            return ProgressCard.Build([changed], turn.Moment);
        var others = (await turn.Cases.OpenAsync(cancellationToken)).Where(c => c.Id != changed.Id);
        var items = from @case in others.Append(changed)
                    let post = @case.Posts.FirstOrDefault(p => (p.Conversation, p.Activity) == (message.Conversation, message.Activity))
                    where post is not null
                    orderby @case.Priority descending, @case.OpenedAt
                    select MorningItem.Of(@case, post.Kind);
        return RoundCard.Build([.. items], turn.Moment);
    }
}
