using System.Text.Json;
using AdaptiveCards;
using Hausmeister.Bot.Turns;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Channels.WebChat.Transcript;

/// <summary>What was said, as rows.</summary>
internal static class RowWriter
{
    /// <summary>The person's own words. Web Chat knows them again by the id that it gave them.</summary>
    public static TranscriptRow Own(Activity activity, string? clientActivityId) => new()
    {
        Type = ActivityTypes.Message,
        Id = activity.Id,
        Timestamp = activity.Timestamp!.Value,
        From = new RowAuthor(activity.From.Id, activity.From.Name, RoleTypes.User),
        Text = activity.Text,
        TextFormat = TextFormatTypes.Plain,
        ChannelData = new RowChannelData(clientActivityId, FallbackText: null),
    };

    /// <returns>Null for what nobody is shown, such as a trace.</returns>
    public static TranscriptRow? Of(HeldReply reply, DateTimeOffset at) => reply switch
    {
        HeldReply.Sent { Activity: { Type: ActivityTypes.Message } message } => Of(message, at),
        HeldReply.Updated { Activity: { Type: ActivityTypes.Message } message } => Of(message, at) with { IsUpdate = true },
        // Web Chat takes a message away when an event comes with its id; for Bot Framework's messageDelete it would show an empty row.
        HeldReply.Deleted deleted => new() { Type = ActivityTypes.Event, Id = deleted.Reference.ActivityId, Timestamp = at, From = Bot, Name = "deleted" },
        _ => null,
    };

    private static RowAuthor Bot { get; } = new(WebChatPlaces.Bot.Id, WebChatPlaces.Bot.Name, RoleTypes.Bot);

    private static TranscriptRow Of(Activity message, DateTimeOffset at) => new()
    {
        Type = ActivityTypes.Message,
        Id = message.Id,
        Timestamp = at,
        From = Bot,
        Text = message.Text,
        TextFormat = message.TextFormat,
        Speak = message.Speak,
        AttachmentLayout = message.AttachmentLayout,
        Attachments = message.Attachments is { Count: > 0 } attachments ? [.. attachments.Select(Attachment)] : null,
        SuggestedActions = message.SuggestedActions?.Actions is { Count: > 0 } actions ? new RowSuggestions([.. actions.Select(Suggestion)]) : null,
        ChannelData = Summary(message) is { } summary ? new RowChannelData(ClientActivityId: null, summary) : null,
    };

    private static RowAttachment Attachment(Attachment attachment) => attachment.Content is AdaptiveCard card
        ? new RowAttachment(AdaptiveCard.ContentType, JsonElement.Parse(card.ToJson()))
        : throw new NotSupportedException($"An attachment is an Adaptive Card, not a {attachment.ContentType}.");

    private static RowSuggestion Suggestion(CardAction action) => new(action.Type, action.Title, action.Value as string);

    private static string? Summary(Activity message) => string.IsNullOrEmpty(message.Text)
        ? message.Summary ?? message.Attachments?.Select(attachment => (attachment.Content as AdaptiveCard)?.FallbackText).FirstOrDefault(text => text is not null)
        : null;
}
