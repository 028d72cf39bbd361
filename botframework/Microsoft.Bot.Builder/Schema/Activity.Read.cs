using Hausmeister.BotFramework;
using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Schema;

public partial class Activity
{
    /// <summary>Whether there is anything to show: text, summary, attachments or channel data.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Summary)
        || Attachments is { Count: > 0 }
        || ChannelData is not null;

    public Mention[] GetMentions()
    {
        if (Entities is not { Count: > 0 } entities)
            return [];
        var mentions = new List<Mention>();
        foreach (var entity in entities)
        {
            if (string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase))
                mentions.Add(entity as Mention ?? entity.GetAs<Mention>());
        }

        return [.. mentions];
    }

    public TypeT GetChannelData<TypeT>() => ChannelData switch
    {
        null => default,
        TypeT typed => typed,
        var other => BotJson.Convert<TypeT>(other),
    };

    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        if (ChannelData is null)
            return false;
        try
        {
            instance = GetChannelData<TypeT>();
            return true;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or NotSupportedException)
        {
            return false;
        }
    }

    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = IdThatCanBeRepliedTo(),
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>The reference of a reply that was sent: it can be updated or deleted by it.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>Addresses this activity: as one that comes in from the user, or as one that goes out to the user.</summary>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        From = isIncoming ? reference.User : reference.Bot;
        Recipient = isIncoming ? reference.Bot : reference.User;
        if (isIncoming)
            Id = reference.ActivityId ?? Id;
        else
            ReplyToId = reference.ActivityId ?? ReplyToId;
        return this;
    }

    /// <summary>Whether the service address names a stream instead of an HTTP server.</summary>
    public bool IsFromStreamingConnection() =>
        ServiceUrl is not null && !ServiceUrl.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    // Direct Line and Web Chat give a conversationUpdate an id that nothing can reply to.
    private string IdThatCanBeRepliedTo() =>
        Type == ActivityTypes.ConversationUpdate && ChannelId is Channels.Directline or Channels.Webchat
            ? null : Id;
}
