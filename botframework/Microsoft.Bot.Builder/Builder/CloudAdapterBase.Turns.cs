using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public abstract partial class CloudAdapterBase
{
    public override Task ContinueConversationAsync(
        string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueConversationAsync(CreateClaimsIdentity(botAppId), reference, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        ConversationReference reference,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) =>
        ContinueConversationAsync(claimsIdentity, reference, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        ConversationReference reference,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        BotAssert.ConversationReferenceNotNull(reference);
        return ProcessProactiveAsync(
            claimsIdentity, reference.GetContinuationActivity(), audience, callback, cancellationToken);
    }

    public override Task ContinueConversationAsync(
        string botAppId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessProactiveAsync(
            CreateClaimsIdentity(botAppId), continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) =>
        ProcessProactiveAsync(claimsIdentity, continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken) =>
        ProcessProactiveAsync(claimsIdentity, continuationActivity, audience, callback, cancellationToken);

    /// <summary>Begins a conversation at the channel, then runs a turn in it whose activity is an event.</summary>
    public override async Task CreateConversationAsync(
        string botAppId,
        string channelId,
        string serviceUrl,
        string audience,
        ConversationParameters conversationParameters,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(serviceUrl);
        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);
        var claimsIdentity = CreateClaimsIdentity(botAppId);
        var connectorFactory = BotFrameworkAuthentication.CreateConnectorFactory(claimsIdentity);
        using var connector = await connectorFactory.CreateAsync(serviceUrl, audience, cancellationToken);
        var created = await connector.Conversations.CreateConversationAsync(conversationParameters, cancellationToken)
            ?? throw new InvalidOperationException("The channel did not say which conversation it has created.");

        var activity = new Activity(ActivityTypes.Event)
        {
            Name = ActivityEventNames.CreateConversation,
            ChannelId = channelId,
            ServiceUrl = serviceUrl,
            Id = created.ActivityId ?? Guid.NewGuid().ToString("n"),
            Conversation = new ConversationAccount(
                conversationParameters.IsGroup, id: created.Id, tenantId: conversationParameters.TenantId),
            ChannelData = conversationParameters.ChannelData,
            Recipient = conversationParameters.Bot,
        };
        await ProcessProactiveAsync(claimsIdentity, activity, audience, callback, cancellationToken);
    }

    protected virtual ConnectorFactory GetStreamingConnectorFactory(Activity activity) =>
        throw new NotImplementedException();

    /// <summary>Runs a turn that nobody has asked for.</summary>
    protected async Task ProcessProactiveAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        ArgumentNullException.ThrowIfNull(callback);
        ValidateContinuation(continuationActivity);
        var connectorFactory = BotFrameworkAuthentication.CreateConnectorFactory(claimsIdentity);
        using var context = await CreateTurnContextAsync(
            continuationActivity, claimsIdentity, audience, connectorFactory, callback, cancellationToken);
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    /// <summary>Runs the turn of an activity that came in.</summary>
    /// <returns>The answer to an invoke, or the replies that were expected in the answer; else null.</returns>
    /// <exception cref="UnauthorizedAccessException">The caller is not known.</exception>
    protected async Task<InvokeResponse> ProcessActivityAsync(
        string authHeader, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var result = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        return await ProcessActivityAsync(result, activity, callback, cancellationToken);
    }

    protected async Task<InvokeResponse> ProcessActivityAsync(
        AuthenticateRequestResult authenticateRequestResult,
        Activity activity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authenticateRequestResult);
        BotAssert.ActivityNotNull(activity);
        activity.CallerId = authenticateRequestResult.CallerId;
        var connectorFactory = activity.IsFromStreamingConnection()
            ? GetStreamingConnectorFactory(activity)
            : authenticateRequestResult.ConnectorFactory;
        using var context = await CreateTurnContextAsync(
            activity,
            authenticateRequestResult.ClaimsIdentity,
            authenticateRequestResult.Audience,
            connectorFactory,
            callback,
            cancellationToken);
        await RunPipelineAsync(context, callback, cancellationToken);
        return AnswerOf(context);
    }

    protected ClaimsIdentity CreateClaimsIdentity(string botAppId) => new(
    [
        new Claim(AuthenticationConstants.AudienceClaim, botAppId ?? string.Empty),
        new Claim(AuthenticationConstants.AppIdClaim, botAppId ?? string.Empty),
    ]);

    private async Task<TurnContext> CreateTurnContextAsync(
        Activity activity,
        ClaimsIdentity claimsIdentity,
        string audience,
        ConnectorFactory connectorFactory,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        var context = new TurnContext(this, activity);
        var state = context.TurnState;
        state.Add<IIdentity>(BotIdentityKey, claimsIdentity);
        state.Add(connectorFactory);
        state.Add(await connectorFactory.CreateAsync(activity.ServiceUrl, audience, cancellationToken));
        state.Set(await BotFrameworkAuthentication.CreateUserTokenClientAsync(claimsIdentity, cancellationToken));
        state.Add(callback);
        state.Set(OAuthScopeKey, audience);
        return context;
    }

    private static InvokeResponse AnswerOf(TurnContext context)
    {
        if (context.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
            return Ok(new ExpectedReplies(context.BufferedReplyActivities));
        if (context.Activity.Type != ActivityTypes.Invoke)
            return null;
        // Nobody has answered the invoke.
        return context.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse
            ?? new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented };
    }

    private static InvokeResponse Ok(object body) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    private static void ValidateContinuation(Activity activity)
    {
        BotAssert.ActivityNotNull(activity);
        ArgumentNullException.ThrowIfNull(activity.Conversation, nameof(activity) + ".Conversation");
        ArgumentNullException.ThrowIfNull(activity.ServiceUrl, nameof(activity) + ".ServiceUrl");
    }
}
