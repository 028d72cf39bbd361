using System.Text.Json;
using AdaptiveCards;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Turns;

/// <summary>
/// Replies to plain values and back. It knows what this bot says (text, Adaptive Cards, suggested actions) and refuses anything else
/// at once, so that nothing is lost on the way to a message that is sent after a restart.
/// </summary>
internal static class ReplyCodec
{
    public static SavedReply Write(HeldReply reply, Shown? shows) => reply switch
    {
        HeldReply.Sent sent => Write(ReplyKind.Sent, sent.Activity) with { Shows = shows },
        HeldReply.Updated updated => Write(ReplyKind.Updated, updated.Activity) with { Shows = shows },
        HeldReply.Deleted deleted => new SavedReply { Kind = ReplyKind.Deleted, Id = deleted.Reference.ActivityId },
        _ => throw new NotSupportedException($"A reply cannot be a {reply.GetType()}."),
    };

    public static HeldReply Read(SavedReply saved) => saved.Kind switch
    {
        ReplyKind.Sent => new HeldReply.Sent(ReadActivity(saved)),
        ReplyKind.Updated => new HeldReply.Updated(ReadActivity(saved)),
        _ => new HeldReply.Deleted(new ConversationReference { ActivityId = saved.Id }),
    };

    private static SavedReply Write(ReplyKind kind, Activity activity) => activity is { ChannelData: not null } or { Entities.Count: > 0 }
        ? throw new NotSupportedException("A reply has channel data or entities, which would not survive a restart.")
        : Plain(kind, activity);

    private static SavedReply Plain(ReplyKind kind, Activity activity) => new()
    {
        Kind = kind,
        Id = activity.Id,
        Type = activity.Type,
        Name = activity.Name,
        Text = activity.Text,
        TextFormat = activity.TextFormat,
        Summary = activity.Summary,
        Speak = activity.Speak,
        InputHint = activity.InputHint,
        ReplyToId = activity.ReplyToId,
        AttachmentLayout = activity.AttachmentLayout,
        Cards = activity.Attachments is { Count: > 0 } attachments ? [.. attachments.Select(Card)] : null,
        Suggestions = activity.SuggestedActions?.Actions is { Count: > 0 } actions ? [.. actions.Select(Write)] : null,
    };

    private static Activity ReadActivity(SavedReply saved) => new(saved.Type)
    {
        Id = saved.Id,
        Name = saved.Name,
        Text = saved.Text,
        TextFormat = saved.TextFormat,
        Summary = saved.Summary,
        Speak = saved.Speak,
        InputHint = saved.InputHint,
        ReplyToId = saved.ReplyToId,
        AttachmentLayout = saved.AttachmentLayout,
        Attachments = saved.Cards is null ? null : [.. saved.Cards.Select(ReadCard)],
        SuggestedActions = saved.Suggestions is null ? null : new SuggestedActions { Actions = [.. saved.Suggestions.Select(Read)] },
    };

    private static JsonElement Card(Attachment attachment) => attachment.Content is AdaptiveCard card
        ? JsonElement.Parse(card.ToJson())
        : throw new NotSupportedException($"A reply's attachment is an Adaptive Card, not a {attachment.Content?.GetType().ToString() ?? attachment.ContentType}.");

    private static Attachment ReadCard(JsonElement saved) => new() { ContentType = AdaptiveCard.ContentType, Content = AdaptiveCard.FromJson(saved.GetRawText()).Card };

    private static SavedSuggestion Write(CardAction action) => new(action.Type, action.Title, action.Value switch
    {
        null => null,
        string text => text,
        var other => throw new NotSupportedException($"A suggested action's value is a text, not a {other.GetType()}."),
    });

    private static CardAction Read(SavedSuggestion saved) => new() { Type = saved.Type, Title = saved.Title, Value = saved.Value };
}
