using Microsoft.Bot.Schema;
using NodaTime;

namespace Hausmeister.Bot.Turns;

/// <summary>How to write into a conversation without being asked: a conversation reference in plain values.</summary>
internal sealed record Reference
{
    public required string Channel { get; init; }

    public required string Conversation { get; init; }

    public string? ConversationType { get; init; }

    public bool IsGroup { get; init; }

    public string? Tenant { get; init; }

    public string? ServiceUrl { get; init; }

    public string? Bot { get; init; }

    public string? BotName { get; init; }

    /// <summary>Null in a room, where it is nobody in particular.</summary>
    public string? User { get; init; }

    public string? UserName { get; init; }

    public string? UserAadObjectId { get; init; }

    public static Reference Of(Activity activity, bool isRoom)
    {
        var user = isRoom ? null : activity.From;
        return new()
        {
            Channel = activity.ChannelId,
            Conversation = activity.Conversation.Id,
            ConversationType = activity.Conversation.ConversationType,
            IsGroup = activity.Conversation.IsGroup ?? false,
            Tenant = activity.Conversation.TenantId,
            ServiceUrl = activity.ServiceUrl,
            Bot = activity.Recipient?.Id,
            BotName = activity.Recipient?.Name,
            User = user?.Id,
            UserName = user?.Name,
            UserAadObjectId = user?.AadObjectId,
        };
    }

    public ConversationReference ToConversationReference() => new()
    {
        ChannelId = Channel,
        ServiceUrl = ServiceUrl,
        Locale = Locales.English,
        Bot = new ChannelAccount(Bot, BotName, RoleTypes.Bot),
        User = User is null ? null : new ChannelAccount(User, UserName, aadObjectId: UserAadObjectId),
        Conversation = new ConversationAccount(IsGroup, ConversationType, Conversation, tenantId: Tenant),
    };
}

/// <summary>Where a member can be reached alone, by channel.</summary>
internal sealed record Reach
{
    public IReadOnlyDictionary<string, ReachedAt> Channels { get; init; } = new Dictionary<string, ReachedAt>();

    public Reach Without(string channel) => new() { Channels = Channels.Where(c => c.Key != channel).ToDictionary() };

    public Reach With(string channel, ReachedAt at) => new() { Channels = new Dictionary<string, ReachedAt>(Channels) { [channel] = at } };
}

/// <param name="Place">The conversation's key, as <c>Keys.Place</c> makes it; its reference lies under <c>Keys.Reference</c>.</param>
/// <param name="Document">The key of the <see cref="ConversationDocument"/>, which says whether a dialog is open.</param>
/// <param name="LastUsed">The last day on which the person wrote there, in the squad's zone.</param>
internal sealed record ReachedAt(string Place, string Document, LocalDate LastUsed);
