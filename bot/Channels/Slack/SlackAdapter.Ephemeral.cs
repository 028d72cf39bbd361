using System.Text.Json;
using AdaptiveCards;
using Hausmeister.Cards.Rendering;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>What only one person sees.</summary>
internal sealed partial class SlackAdapter
{
    /// <summary>
    /// At the address that came with what is answered, which works everywhere; else as the bot, where it is in the channel; else in the direct
    /// message. An address does not tell the message's time, without which its fields could not be filled in.
    /// </summary>
    /// <returns>Nothing by which it could be kept up to date.</returns>
    private async Task<string> PostEphemeralAsync(string conversation, string viewer, AdaptiveCard card, string? turn, CancellationToken cancellationToken)
    {
        var (channel, thread) = SlackPlaces.Split(conversation);
        if (HasFields(card) && triggers.Take(turn) is { } trigger && await TryOpenAloneAsync(trigger, card, new(channel, SlackPlaces.NoTs(trigger), thread, viewer), cancellationToken))
            return "";
        try
        {
            var (ts, sent) = await SendAsync(card, fields: true, message => pace.PostAsync(channel, async token =>
                TappableOf(card, message, conversation) is null && await responses.TryAnswerAsync(conversation, thread, message, replaces: false, token)
                    ? ""
                    : await api.PostEphemeralAsync(channel, thread, viewer, message, token), cancellationToken), cancellationToken);
            if (TappableOf(card, sent, conversation) is { } tappable)
                await NoteAsync(SlackPlaces.EphemeralMessage(channel, ts, viewer), tappable, cancellationToken);
        }
        catch (SlackException e) when (e.IsGone || e.Error == SlackException.NotTogether)
        {
            await PostAsync(viewer, card, turn, cancellationToken);
        }

        return "";
    }

    /// <summary>Nothing could take away a message behind the fields once they are sent, and what was tapped is the way back to them: there is none.</summary>
    private async Task<bool> TryOpenAloneAsync(string trigger, AdaptiveCard card, SlackPlace place, CancellationToken cancellationToken)
    {
        var modal = BlockKit.Modal(card, place);
        await memory.NoteAsync(SlackPlaces.MessageOf(place)!, new SlackTappable(SlackPlaces.ConversationOf(place), JsonElement.Parse(card.ToJson())), cancellationToken);
        if (await TryOpenAsync(trigger, modal, cancellationToken))
            return true;
        await memory.NoteAsync(SlackPlaces.MessageOf(place)!, null, cancellationToken);
        return false;
    }

    /// <summary>It is changed at the address that came with the tap. Where Slack takes nothing there any more, the answer is a new message.</summary>
    private async Task<ResourceResponse> ReplaceAsync(Activity activity, SlackPlace place, AdaptiveCard card, CancellationToken cancellationToken)
    {
        var trigger = HasFields(card) ? triggers.TakeOf(activity.Id) : null;
        var isReplaced = false;
        var (_, sent) = await SendAsync(card, fields: trigger is null, message => pace.ChangeAsync(place.Channel, async token =>
        {
            isReplaced = await responses.TryAnswerAsync(activity.Id, null, message, replaces: true, token);
            return "";
        }, cancellationToken), cancellationToken);
        if (isReplaced)
        {
            var conversation = SlackPlaces.ViewerOf(activity.Conversation.Id) is null ? SlackPlaces.ConversationOf(place) : activity.Conversation.Id;
            await NoteAsync(activity.Id, TappableOf(card, sent, conversation), cancellationToken);
            await OpenFieldsAsync(trigger, card, place, cancellationToken);
        }
        else
        {
            await NoteAsync(activity.Id, null, cancellationToken);
            await PostAsync(activity.Conversation.Id, card, turn: null, cancellationToken);
        }

        return new ResourceResponse();
    }
}
