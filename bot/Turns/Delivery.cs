using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Turns;

/// <summary>A reply on its way out, and the case that it shows.</summary>
internal sealed record PendingReply(HeldReply Reply, Shown? Shows)
{
    public static PendingReply Of(SavedReply saved) => new(ReplyCodec.Read(saved), saved.Shows);
}

/// <summary>Sends what was committed. What cannot be sent now stays in the outbox, and is tried again.</summary>
internal sealed partial class Delivery(Marks marks, LostReplies lost, ILogger<Delivery> logger)
{
    /// <summary>Sends in order and stops at the first that fails. Whoever calls holds the conversation's lock.</summary>
    /// <param name="document">The key of the conversation's document.</param>
    /// <param name="turn">The number of the turn that left the replies.</param>
    public async Task SendAsync(ITurnContext context, string document, int turn, IReadOnlyList<PendingReply> replies)
    {
        if (replies.Count == 0)
            return;
        var sent = 0;
        List<ShownPost> posts = [];
        try
        {
            foreach (var reply in replies)
            {
                var id = await SendAsync(context, document, reply.Reply);
                sent++;
                if (reply.Shows is { } shown && !string.IsNullOrEmpty(id))
                    posts.Add(new ShownPost(shown, id));
            }
        }
        catch (Exception e)
        {
            Log.NotSent(logger, e, replies.Count - sent, document);
        }

        if (sent > 0)
            await marks.RecordAsync(document, new Mark(turn, sent, posts));
    }

    // What is committed is said, also when whoever asked has hung up: so no cancellation here.
    private async Task<string?> SendAsync(ITurnContext context, string document, HeldReply reply)
    {
        switch (reply)
        {
            case HeldReply.Sent sent:
                return await SendAsync(context, document, sent.Activity);
            case HeldReply.Updated updated:
                return await UpdateAsync(context, updated.Activity);
            case HeldReply.Deleted { Reference.ActivityId: var id }:
                await context.DeleteActivityAsync(id, CancellationToken.None);
                return null;
            default:
                throw new NotSupportedException($"A reply cannot be a {reply.GetType()}.");
        }
    }

    /// <summary>Where it can never be said, it must not hold up what comes behind it, and is told elsewhere.</summary>
    private async Task<string?> SendAsync(ITurnContext context, string document, Activity message)
    {
        try
        {
            return (await context.SendActivityAsync(message, CancellationToken.None))?.Id;
        }
        catch (ChannelRefusedException refused) when (refused.IsGone)
        {
            Log.Lost(logger, document, refused.Message);
            await lost.TellAsync(document, message, refused);
            return null;
        }
    }

    /// <summary>What would stand in a message that is gone is read by nobody, and must not hold up what comes behind it.</summary>
    private async Task<string?> UpdateAsync(ITurnContext context, Activity message)
    {
        try
        {
            await context.UpdateActivityAsync(message, CancellationToken.None);
            return message.Id;
        }
        catch (ChannelRefusedException gone) when (gone.IsGone)
        {
            Log.Gone(logger, message.Id, gone.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Information, "{Message} was not brought up to date: {Reason}")]
        public static partial void Gone(ILogger logger, string message, string reason);

        [LoggerMessage(3, LogLevel.Warning, "A reply to {Document} is given up and told elsewhere: {Reason}")]
        public static partial void Lost(ILogger logger, string document, string reason);

        [LoggerMessage(1, LogLevel.Warning, "{Count} replies could not be sent and stay in the outbox of {Document}")]
        public static partial void NotSent(ILogger logger, Exception exception, int count, string document);
    }
}
