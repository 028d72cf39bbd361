using System.Globalization;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>
/// The connector's routes under <c>v3/conversations</c>. Ids are escaped whole: those of Teams hold <c>;</c>, <c>@</c> and <c>:</c>.
/// </summary>
internal sealed class HttpConversations(ConnectorHttp http) : IConversations
{
    private const string Root = "v3/conversations";

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return http.CallAsync<ConversationParameters, ConversationResourceResponse>(
            HttpMethod.Post, Root, parameters, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        CarryAsync(HttpMethod.Post, $"{Conversation(conversationId)}/activities", activity, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        CarryAsync(HttpMethod.Post, ActivityOf(conversationId, activityId), activity, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        CarryAsync(HttpMethod.Put, ActivityOf(conversationId, activityId), activity, customHeaders, cancellationToken);

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        await GetAsync<object>(
            HttpMethod.Delete, ActivityOf(conversationId, activityId), customHeaders, cancellationToken);

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetConversationMembersWithHttpMessagesAsync(
        string conversationId,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        GetAsync<IList<ChannelAccount>>(
            HttpMethod.Get, $"{Conversation(conversationId)}/members", customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ChannelAccount>> GetConversationMemberWithHttpMessagesAsync(
        string userId,
        string conversationId,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        GetAsync<ChannelAccount>(
            HttpMethod.Get, $"{Conversation(conversationId)}/members/{Escaped(userId)}", customHeaders, cancellationToken);

    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(
        string conversationId,
        int? pageSize = default,
        string continuationToken = default,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        var query = new List<string>(2);
        if (pageSize is { } size)
            query.Add("pageSize=" + size.ToString(CultureInfo.InvariantCulture));
        if (continuationToken is not null)
            query.Add("continuationToken=" + Uri.EscapeDataString(continuationToken));
        var path = $"{Conversation(conversationId)}/pagedmembers{(query.Count == 0 ? "" : "?" + string.Join('&', query))}";
        return GetAsync<PagedMembersResult>(HttpMethod.Get, path, customHeaders, cancellationToken);
    }

    private Task<HttpOperationResponse<ResourceResponse>> CarryAsync(
        HttpMethod method,
        string path,
        Activity activity,
        Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return http.CallAsync<Activity, ResourceResponse>(method, path, activity, customHeaders, cancellationToken);
    }

    private Task<HttpOperationResponse<T>> GetAsync<T>(
        HttpMethod method,
        string path,
        Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken)
        where T : class =>
        http.CallAsync<object, T>(method, path, null, customHeaders, cancellationToken);

    private static string Conversation(string conversationId) => $"{Root}/{Escaped(conversationId)}";

    private static string ActivityOf(string conversationId, string activityId) =>
        $"{Conversation(conversationId)}/activities/{Escaped(activityId)}";

    private static string Escaped(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return Uri.EscapeDataString(id);
    }
}
