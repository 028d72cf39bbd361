using Hausmeister.Bot.Channels.WebChat.Transcript;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Channels.WebChat;

/// <summary>
/// Speaks on the local web chat. What is said is a row of the conversation's transcript in our own store: in a turn it rides in the
/// turn's commit, and what is said by oneself is committed here.
/// </summary>
internal sealed class WebChatAdapter : BotAdapter, ITranscriptChannel
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);
    private readonly IDocumentStore store;
    private readonly Transcripts transcripts;
    private readonly TranscriptBell bell;
    private readonly TimeProvider time;

    public WebChatAdapter(IDocumentStore store, Transcripts transcripts, TranscriptBell bell, TimeProvider time, TurnMiddleware turns, TurnErrors errors)
    {
        (this.store, this.transcripts, this.bell, this.time) = (store, transcripts, bell, time);
        Use(turns);
        // What is said here is stored where storing has just failed: the post itself fails, and Web Chat offers to send it again.
        OnTurnError = (context, exception) => exception is StorageException ? Task.FromException(exception) : errors.HandleAsync(context, exception);
    }

    /// <param name="own">The person's own words in the transcript; null for a tap, which shows nothing.</param>
    public async Task RunAsync(Activity activity, TranscriptRow? own, IBot bot, CancellationToken cancellationToken)
    {
        using var context = new TurnContext(this, activity);
        if (own is not null)
            context.TurnState.Set(own);
        await RunPipelineAsync(context, bot.OnTurnAsync, cancellationToken);
    }

    public IReadOnlyList<Append> Rows(ITurnContext context, IReadOnlyList<HeldReply> replies) =>
        Rows(context.Activity.Conversation.Id, context.TurnState.Get<TranscriptRow>(), replies);

    public Task<bool> HasOfferedAsync(string conversation, string message, string verb, string id, CancellationToken cancellationToken) =>
        transcripts.HasOfferedAsync(conversation, message, verb, id, cancellationToken);

    public void Publish(IReadOnlyList<Append> rows, IReadOnlyList<long> positions)
    {
        foreach (var stream in rows.Select(row => row.Stream).Distinct())
            bell.Ring(stream);
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        foreach (var activity in activities)
        {
            if (string.IsNullOrEmpty(activity.Id))
                activity.Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("n");
            CardsForChannel.Fit(activity);
        }
        await AppendAsync(turnContext, [.. activities.Select(activity => new HeldReply.Sent(activity))], cancellationToken);
        return [.. activities.Select(activity => new ResourceResponse(activity.Id))];
    }

    public override async Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        await AppendAsync(turnContext, [new HeldReply.Updated(CardsForChannel.Fit(activity))], cancellationToken);
        return new ResourceResponse(activity.Id);
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        AppendAsync(turnContext, [new HeldReply.Deleted(reference)], cancellationToken);

    private async Task AppendAsync(ITurnContext context, IReadOnlyList<HeldReply> said, CancellationToken cancellationToken)
    {
        var rows = Rows(context.Activity.Conversation.Id, own: null, said);
        if (rows.Count == 0)
            return;
        var committed = await store.CommitAsync(new Commit([], [], rows), cancellationToken);
        Publish(rows, committed.Positions);
    }

    /// <summary>No two rows have the same time, as Web Chat puts an updated row behind its equals.</summary>
    private List<Append> Rows(string conversation, TranscriptRow? own, IReadOnlyList<HeldReply> replies)
    {
        var at = time.GetUtcNow();
        if (own is not null && at <= own.Timestamp)
            at = own.Timestamp + Step;
        var rows = replies.Select((reply, number) => RowWriter.Of(reply, at + number * Step)).OfType<TranscriptRow>();
        return [.. (own is null ? rows : rows.Prepend(own)).Select(row => Transcripts.Row(conversation, row))];
    }
}
