using System.Security.Claims;
using System.Globalization;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>A channel for tests: what the bot sends stands in a queue.</summary>
public class TestAdapter : BotAdapter
{
    private readonly bool _sendTraceActivity;
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource<IActivity>> _waiting = new();
    private int _nextId;

    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(sendTraceActivity: sendTraceActivity)
    {
        Conversation.ChannelId = channelId;
    }

    public TestAdapter(ConversationReference conversation = null, bool sendTraceActivity = false)
    {
        _sendTraceActivity = sendTraceActivity;
        Conversation = conversation ?? new ConversationReference
        {
            ChannelId = Channels.Test,
            ServiceUrl = "https://test.com",
            User = new ChannelAccount("user1", "User1"),
            Bot = new ChannelAccount("bot", "Bot"),
            Conversation = new ConversationAccount(false, conversationType: "convo1", id: "Conversation1"),
            Locale = Locale,
        };
    }

    public bool EnableTrace { get; set; }

    public string Locale { get; set; } = "en-us";

    /// <summary>What the bot has sent and no test has read, oldest first.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    public ConversationReference Conversation { get; set; }

    /// <summary>A conversation of two, whose ids are their names in lower case.</summary>
    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot") => new()
    {
        ChannelId = Channels.Test,
        ServiceUrl = "https://test.com",
        Conversation = new ConversationAccount(false, conversationType: name, id: name),
        User = new ChannelAccount(user.ToLowerInvariant(), user),
        Bot = new ChannelAccount(bot.ToLowerInvariant(), bot),
        Locale = "en-us",
    };

    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Runs a turn; what the activity does not say is taken from <see cref="Conversation"/>.</summary>
    public async Task ProcessActivityAsync(
        Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        using var context = CreateTurnContext(Address(activity));
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    public override async Task<InvokeResponse> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity,
        Activity activity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        await ProcessActivityAsync(activity, callback, cancellationToken);
        return null;
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        BotAssert.ContextNotNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("Expected one or more activities, and there is none.", nameof(activities));
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            if (string.IsNullOrEmpty(activity.Id))
                activity.Id = Guid.NewGuid().ToString("n");
            activity.Timestamp ??= TimeProvider.System.GetUtcNow();
            responses[i] = new ResourceResponse(activity.Id);
            await SendAsync(activity, cancellationToken);
        }

        return responses;
    }

    /// <summary>Replaces the activity of the same id, if no test has read it yet.</summary>
    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var sent = ActiveQueue.ToArray();
            var index = Array.FindIndex(sent, other => other.Id == activity.Id);
            if (index < 0)
                return Task.FromResult(new ResourceResponse());
            sent[index] = activity;
            Refill(sent);
            return Task.FromResult(new ResourceResponse(activity.Id));
        }
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        lock (_lock)
            Refill(ActiveQueue.Where(sent => sent.Id != reference.ActivityId).ToArray());
        return Task.CompletedTask;
    }

    /// <summary>Empties the queue and runs a turn in a conversation of its own.</summary>
    public async Task CreateConversationAsync(
        string channelId, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        lock (_lock)
            ActiveQueue.Clear();
        var update = new Activity(ActivityTypes.ConversationUpdate)
        {
            ChannelId = channelId,
            MembersAdded = [],
            MembersRemoved = [],
            Conversation = new ConversationAccount(id: Guid.NewGuid().ToString("n")),
        };
        using var context = CreateTurnContext(update);
        await callback(context, cancellationToken);
    }

    /// <summary>The oldest activity that the bot has sent, or null.</summary>
    public IActivity GetNextReply()
    {
        lock (_lock)
            return ActiveQueue.TryDequeue(out var activity) ? activity : null;
    }

    /// <summary>The oldest activity that the bot has sent, or the next one that it sends.</summary>
    public Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        TaskCompletionSource<IActivity> next;
        lock (_lock)
        {
            if (ActiveQueue.TryDequeue(out var activity))
                return Task.FromResult<IActivity>(activity);
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(next);
        }

        return WaitAsync(next, cancellationToken);
    }

    /// <summary>A message from the user to the bot.</summary>
    public Activity MakeActivity(string text = null) => new(ActivityTypes.Message)
    {
        Locale = Locale,
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl,
        Id = NextId(),
        Text = text,
    };

    public virtual Task SendTextToBotAsync(
        string userSays, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private Activity Address(Activity activity)
    {
        BotAssert.ActivityNotNull(activity);
        activity.Type ??= ActivityTypes.Message;
        activity.ChannelId ??= Conversation.ChannelId;
        if (activity.From is null || activity.From.Id == "unknown" || activity.From.Role == RoleTypes.Bot)
            activity.From = Conversation.User;
        activity.Recipient = Conversation.Bot;
        activity.Conversation = Conversation.Conversation;
        activity.ServiceUrl = Conversation.ServiceUrl;
        activity.Id ??= NextId();
        activity.Timestamp ??= TimeProvider.System.GetUtcNow();
        activity.LocalTimestamp ??= TimeProvider.System.GetLocalNow();
        return activity;
    }

    private async Task SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypesEx.Delay)
            await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), cancellationToken);
        else if (activity.Type != ActivityTypes.Trace || _sendTraceActivity || EnableTrace)
            Enqueue(activity);
    }

    private void Enqueue(Activity activity)
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult(activity))
                    return;
            }

            ActiveQueue.Enqueue(activity);
        }
    }

    private static async Task<IActivity> WaitAsync(
        TaskCompletionSource<IActivity> next, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => next.TrySetCanceled(cancellationToken));
        return await next.Task;
    }

    private void Refill(Activity[] activities)
    {
        ActiveQueue.Clear();
        foreach (var activity in activities)
            ActiveQueue.Enqueue(activity);
    }

    private string NextId() => Interlocked.Increment(ref _nextId).ToString(CultureInfo.InvariantCulture);
}
