using System.Net;
using AdaptiveCards;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Writes into conversations through their channels' adapters.</summary>
internal sealed class Messenger(WaysToPeople ways, AdapterOf adapterOf, BotId bot) : IMessenger
{
    private static readonly Duration DialogLives = Duration.FromMinutes(10);

    public async Task<IReadOnlyList<Post>> SendAsync(Squad squad, Recipient to, PostKind kind, AdaptiveCard card, CancellationToken cancellationToken)
    {
        var posts = new List<Post>();
        foreach (var way in await ways.ToAsync(squad, to, cancellationToken))
        {
            var message = Message(card);
            await InAsync(way, async (context, token) => message.Id = (await context.SendActivityAsync(message, token)).Id, cancellationToken);
            posts.Add(new Post(kind, way.Place, message.Id, way.Viewer));
        }
        return posts.Count > 0 ? posts : throw new UnreachableException($"There is no way to {to.Member ?? to.Room?.ToString() ?? "that conversation"} on any channel.");
    }

    public async Task<bool> UpdateAsync(Squad squad, Post post, AdaptiveCard card, CancellationToken cancellationToken)
    {
        if (await ways.ToPlaceAsync(post.Conversation, cancellationToken) is not [var way])
            return false;
        var update = Message(card);
        update.Id = post.Activity;
        try
        {
            await InAsync(way, (context, token) => context.UpdateActivityAsync(update, token), cancellationToken);
            return true;
        }
        catch (ErrorResponseException refused) when (refused.Response?.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Gone)
        {
            return false;
        }
    }

    public async Task<bool> IsInDialogAsync(Squad squad, Recipient to, Instant now, CancellationToken cancellationToken) =>
        to.Member is { } member
        && await ways.ConversationOfAsync(squad, member, cancellationToken) is { IsInDialog: true } conversation
        && now - conversation.LastActivity < DialogLives;

    private Task InAsync(Way way, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        adapterOf(way.Reference.ChannelId).ContinueConversationAsync(bot.Value, way.Reference, callback, cancellationToken);

    private static Activity Message(AdaptiveCard card)
    {
        var message = (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card });
        message.Summary = card.FallbackText;
        return message;
    }
}
