using System.Text.Json;
using AdaptiveCards;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards;
using Hausmeister.Cards.Rendering;
using Hausmeister.Domain.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Speaks in Slack: each message is a card's blocks. Slack is acknowledged at the commit; what is said then goes out from the outbox.</summary>
internal sealed partial class SlackAdapter : BotAdapter, IAcknowledgesAtCommit
{
    private readonly SlackApi api;
    private readonly SlackPace pace;
    private readonly SlackMemory memory;
    private readonly SlackTriggers triggers;
    private readonly SlackResponses responses;
    private readonly ILogger<SlackAdapter> logger;

    public SlackAdapter(
        SlackApi api, SlackPace pace, SlackMemory memory, SlackTriggers triggers, SlackResponses responses, TurnMiddleware turns, TurnErrors errors, ILogger<SlackAdapter> logger)
    {
        (this.api, this.pace, this.memory, this.triggers, this.responses, this.logger) = (api, pace, memory, triggers, responses, logger);
        Use(turns);
        // What could not be stored comes again: Slack is told so, and sends it.
        OnTurnError = (context, exception) => exception is StorageException ? Task.FromException(exception) : errors.HandleAsync(context, exception);
    }

    /// <returns>False where the activity was known: it came before.</returns>
    public async Task<bool> RunAsync(Activity activity, SlackAbout about, IBot bot, CancellationToken cancellationToken)
    {
        using var context = new TurnContext(this, activity);
        if (about.Origin is { } origin)
            context.TurnState.Set(origin);
        if (about.Squad is { } squad)
            context.TurnState.Set(squad);
        if (about.IsCardForAll)
            context.TurnState.Set(new CardForAll());
        await RunPipelineAsync(context, bot.OnTurnAsync, cancellationToken);
        return context.TurnState.Get<CameBefore>() is null;
    }

    /// <summary>A word on something that did not become a turn. Nobody waits for it, and it is no loss where Slack does not take it.</summary>
    public async Task SayAsync(string conversation, string words, CancellationToken cancellationToken)
    {
        try
        {
            await PostAsync(conversation, NoticeCard.Build(words), turn: null, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotSaid(logger, e.Message);
        }
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        List<ResourceResponse> sent = [];
        foreach (var activity in activities)
            sent.Add(CardOf(activity) is { } card ? new ResourceResponse(await PostAsync(activity.Conversation.Id, card, HeldReplies.TurnOf(activity.Id), cancellationToken)) : new ResourceResponse());
        return [.. sent];
    }

    public override async Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        var card = CardOf(activity) ?? throw new NotSupportedException($"A message cannot become a {activity.Type} without words.");
        if (SlackPlaces.EphemeralOf(activity.Id) is { } place)
            return await ReplaceAsync(activity, place, card, cancellationToken);
        var (channel, ts) = SlackPlaces.MessageOf(activity.Id) ?? throw SlackException.Of("chat.update", "message_not_found");
        var trigger = HasFields(card) ? triggers.TakeOf(activity.Id) : null;
        var sent = await SendAsync(card, fields: trigger is null, message => pace.ChangeAsync(channel, async token =>
        {
            await api.UpdateAsync(channel, ts, message, token);
            return ts;
        }, cancellationToken), cancellationToken);
        await NoteAsync(SlackPlaces.Message(channel, ts), TappableOf(card, sent.Message, SlackPlaces.OfMessage(channel, null, ts)), cancellationToken);
        await OpenFieldsAsync(trigger, card, new(channel, ts), cancellationToken);
        return new ResourceResponse(activity.Id);
    }

    public override async Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        if (SlackPlaces.MessageOf(reference.ActivityId) is not var (channel, ts))
            return;
        try
        {
            await pace.ChangeAsync(channel, async token =>
            {
                await api.DeleteAsync(channel, ts, token);
                return ts;
            }, cancellationToken);
        }
        catch (SlackException gone) when (gone.IsGone)
        {
            // It is not there any more, as it should.
        }

        await memory.NoteAsync(reference.ActivityId, null, cancellationToken);
    }

    /// <summary>Opens the modal, if its tap is not older than three seconds.</summary>
    public async Task<bool> TryOpenAsync(string trigger, SlackModal modal, CancellationToken cancellationToken)
    {
        try
        {
            await memory.KeepAsync(modal.Kept, cancellationToken);
            await api.OpenViewAsync(trigger, modal, cancellationToken);
            return true;
        }
        catch (SlackException e) when (e.Error == SlackException.TriggerUsed)
        {
            // What opens it came twice.
            return true;
        }
        catch (Exception e) when (e is not StorageException)
        {
            Log.NotOpened(logger, e.Message);
            return false;
        }
    }

    /// <param name="turn">The turn that is answered; null: none.</param>
    private async Task<string> PostAsync(string conversation, AdaptiveCard card, string? turn, CancellationToken cancellationToken)
    {
        if (SlackPlaces.ViewerOf(conversation) is { } viewer)
            return await PostEphemeralAsync(conversation, viewer, card, turn, cancellationToken);
        var trigger = HasFields(card) ? triggers.Take(turn) : null;
        var (place, thread) = SlackPlaces.Split(conversation);
        var channel = SlackPlaces.IsPerson(place) ? await api.OpenConversationAsync(place, cancellationToken) : place;
        var (ts, sent) = await SendAsync(card, fields: trigger is null, message => pace.PostAsync(channel, token => api.PostAsync(channel, thread, message, token), cancellationToken), cancellationToken);
        var id = SlackPlaces.Message(channel, ts);
        if (TappableOf(card, sent, SlackPlaces.OfMessage(channel, thread, ts)) is { } tappable)
            await NoteAsync(id, tappable, cancellationToken);
        await OpenFieldsAsync(trigger, card, new(channel, ts), cancellationToken);
        return id;
    }

    /// <summary>A tap that is answered with fields opens them at once; the message behind them is the way back to them.</summary>
    private async Task OpenFieldsAsync(string? trigger, AdaptiveCard card, SlackPlace message, CancellationToken cancellationToken)
    {
        if (trigger is not null)
            await TryOpenAsync(trigger, BlockKit.Modal(card, message), cancellationToken);
    }

    /// <summary>Slack refuses a whole message for one table that it does not like, or one picture that it cannot fetch: then it goes without.</summary>
    /// <param name="fields">Whether a few fields may stand in the message.</param>
    private async Task<(string Ts, SlackMessage Message)> SendAsync(
        AdaptiveCard card, bool fields, Func<SlackMessage, Task<string>> send, CancellationToken cancellationToken)
    {
        var message = BlockKit.Message(card, fields);
        await memory.KeepAsync(message.Kept, cancellationToken);
        try
        {
            return (await send(message), message);
        }
        catch (SlackException e) when (e.Error == SlackException.InvalidBlocks)
        {
            Log.Refused(logger, e.Method);
            message = BlockKit.Message(card, fields, tables: false);
            message = message with { Blocks = [.. message.Blocks.Where(block => block is not SlackImage)] };
            await memory.KeepAsync(message.Kept, cancellationToken);
            return (await send(message), message);
        }
    }

    /// <summary>Null where a tap brings everything along.</summary>
    private static SlackTappable? TappableOf(AdaptiveCard card, SlackMessage message, string conversation) =>
        message.Kept.Count > 0 || HasFields(card) ? new SlackTappable(conversation, JsonElement.Parse(card.ToJson())) : null;

    private static bool HasFields(AdaptiveCard card) => SlackForm.Of(card).Fields.Count > 0;

    /// <summary>The message stands there already: without this its fields cannot be filled in, but saying it again would be worse.</summary>
    private async Task NoteAsync(string message, SlackTappable? tappable, CancellationToken cancellationToken)
    {
        try
        {
            await memory.NoteAsync(message, tappable, cancellationToken);
        }
        catch (StorageException e)
        {
            Log.NotNoted(logger, e, message);
        }
    }

    private static AdaptiveCard? CardOf(Activity activity) => activity switch
    {
        { Type: not ActivityTypes.Message } => null,
        { Attachments: [{ Content: AdaptiveCard card }] } => card,
        { Text: { Length: > 0 } text, Attachments: null or [] } => NoticeCard.Build(text),
        _ => throw new NotSupportedException("A message is one card or a text."),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Method} was refused as invalid_blocks and goes without tables and pictures")]
        public static partial void Refused(ILogger logger, string method);

        [LoggerMessage(2, LogLevel.Warning, "What is to be known of {Message} could not be stored: its fields cannot be filled in")]
        public static partial void NotNoted(ILogger logger, Exception exception, string message);

        [LoggerMessage(4, LogLevel.Warning, "A word beside a turn was not said in Slack: {Reason}")]
        public static partial void NotSaid(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "A modal could not be opened: {Reason}")]
        public static partial void NotOpened(ILogger logger, string reason);
    }
}
