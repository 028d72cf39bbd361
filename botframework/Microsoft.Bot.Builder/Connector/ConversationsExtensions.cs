using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary>The calls of <see cref="IConversations"/> without the HTTP messages.</summary>
public static class ConversationsExtensions
{
    public static async Task<ConversationResourceResponse> CreateConversationAsync(
        this IConversations operations, ConversationParameters parameters, CancellationToken cancellationToken = default) =>
        (await operations.CreateConversationWithHttpMessagesAsync(parameters, null, cancellationToken)).Body;

    public static async Task<ResourceResponse> SendToConversationAsync(
        this IConversations operations,
        string conversationId,
        Activity activity,
        CancellationToken cancellationToken = default) =>
        (await operations.SendToConversationWithHttpMessagesAsync(conversationId, activity, null, cancellationToken)).Body;

    public static Task<ResourceResponse> SendToConversationAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.SendToConversationAsync(ConversationOf(activity), activity, cancellationToken);

    public static async Task<ResourceResponse> ReplyToActivityAsync(
        this IConversations operations,
        string conversationId,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken = default) =>
        (await operations.ReplyToActivityWithHttpMessagesAsync(
            conversationId, activityId, activity, null, cancellationToken)).Body;

    /// <summary>Sends the activity as a reply to its <see cref="Activity.ReplyToId"/>.</summary>
    public static Task<ResourceResponse> ReplyToActivityAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.ReplyToActivityAsync(ConversationOf(activity), activity.ReplyToId, activity, cancellationToken);

    public static async Task<ResourceResponse> UpdateActivityAsync(
        this IConversations operations,
        string conversationId,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken = default) =>
        (await operations.UpdateActivityWithHttpMessagesAsync(
            conversationId, activityId, activity, null, cancellationToken)).Body;

    public static Task<ResourceResponse> UpdateActivityAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.UpdateActivityAsync(ConversationOf(activity), activity.Id, activity, cancellationToken);

    public static Task DeleteActivityAsync(
        this IConversations operations,
        string conversationId,
        string activityId,
        CancellationToken cancellationToken = default) =>
        operations.DeleteActivityWithHttpMessagesAsync(conversationId, activityId, null, cancellationToken);

    public static async Task<IList<ChannelAccount>> GetConversationMembersAsync(
        this IConversations operations, string conversationId, CancellationToken cancellationToken = default) =>
        (await operations.GetConversationMembersWithHttpMessagesAsync(conversationId, null, cancellationToken)).Body;

    /// <exception cref="NotImplementedException">These are not the conversations of a connector client.</exception>
    public static async Task<ChannelAccount> GetConversationMemberAsync(
        this IConversations operations,
        string userId,
        string conversationId,
        CancellationToken cancellationToken = default) =>
        operations is HttpConversations conversations
            ? (await conversations.GetConversationMemberWithHttpMessagesAsync(userId, conversationId, null, cancellationToken)).Body
            : throw new NotImplementedException();

    public static async Task<PagedMembersResult> GetConversationPagedMembersAsync(
        this IConversations operations,
        string conversationId,
        int? pageSize = default,
        string continuationToken = default,
        CancellationToken cancellationToken = default) =>
        (await operations.GetConversationPagedMembersWithHttpMessagesAsync(
            conversationId, pageSize, continuationToken, null, cancellationToken)).Body;

    private static string ConversationOf(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Conversation?.Id
            ?? throw new ArgumentException("The activity names no conversation.", nameof(activity));
    }
}
