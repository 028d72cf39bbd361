using System.Text.Json;
using AdaptiveCards;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards;
using Hausmeister.Cards.Rendering;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// Taps, modals and the choices of long fields. What a tap says becomes a message with the button's data, so that the bot answers it as one from any channel; a button
/// for fields is answered with its modal at once, and the modal, once sent, is such a tap.
/// </summary>
internal sealed class SlackInteractions(
    SlackAdapter adapter, SlackTurns turns, SlackMemory memory, SlackTriggers triggers, SlackResponses responses, SlackForms forms, SlackHomes homes, SlackAskers askers, SlackAsides asides,
    [FromKeyedServices(HouseClock.Real)] TimeProvider real)
{
    private const string Gone = "That button is too old: what it needs is not kept any more. Type help for what I can do.";
    private const string TooLate = "Slack did not let me open the form. Please tap again.";

    public Task<SlackReply> TakeAsync(SlackInteraction payload, CancellationToken cancellationToken) => payload switch
    {
        _ when !SlackPlaces.IsId(payload.User?.Id) => Task.FromResult(NotOfItsShape()),
        { Type: "block_actions", Actions: [{ } action, ..] } => ActAsync(payload, action, cancellationToken),
        { Type: "view_submission", View: { CallbackId.Length: > 0 } view } => SubmitAsync(payload, view, cancellationToken),
        { Type: "block_suggestion" } => SuggestAsync(payload, cancellationToken),
        _ => Task.FromResult(SlackReply.Done),
    };

    private async Task<SlackReply> ActAsync(SlackInteraction payload, SlackAction action, CancellationToken cancellationToken)
    {
        if (payload.View is { Type: "modal" } view && action.Type != "button" && SlackForms.Begins(view.CallbackId))
            return await FollowAsync(payload, view, action);
        // A link opens by itself, and a field that was filled in is sent with its button.
        if (action is not { Type: "button", Value.Length: > 0, ActionId: { } actionId } || actionId.StartsWith("open.", StringComparison.Ordinal))
            return SlackReply.Done;
        if (SlackData.Parse(action.Value) is not { } data || IdOf(payload, action) is not { } id)
            return NotOfItsShape();
        if (payload.View is { Type: "home" })
            return await homes.TapAsync(payload, data, id);
        if (PlaceOf(payload) is not { } place || SlackPlaces.MessageOf(place) is not { } message || ValuesOf(payload.View is null ? payload.State : payload.View.State) is not { } values)
            return NotOfItsShape();
        var known = data.OpensForm || HasFields(values) ? await memory.TappedAsync(message, cancellationToken) : await memory.MessageAsync(message, cancellationToken);
        var conversation = ConversationOf(payload, place, known);
        if (place.Viewer is not null)
            responses.Keep(payload.ResponseUrl, message, conversation);
        if (data.Key is { } key)
        {
            if (await memory.KeptAsync(key, cancellationToken) is not { } content)
                return await SayAsync(conversation, Gone, cancellationToken);
            if (actionId.StartsWith($"{BlockKit.ShowAll}.", StringComparison.Ordinal))
                return await OpenAsync(payload, AdaptiveCard.FromJson(content).Card, place, conversation, cancellationToken);
            data = SlackData.Parse(content) ?? data;
        }

        if (data.OpensForm)
        {
            return known is null
                ? await SayAsync(conversation, Gone, cancellationToken)
                : await OpenAsync(payload, known.ToCard(), place, conversation, cancellationToken);
        }

        if (place.Viewer is not null && data.Verb is Verbs.Command.Triage or Verbs.Guest.Ask && payload.Trigger is { } trigger)
            return await forms.OpenAsync(payload.User!.Id!, trigger, place with { Timestamp = null }, SlackSubjects.Nothing);
        // Fields that do not stand in the message itself say nothing, and above all not that they are empty.
        return await TapAsync(payload, conversation, id, message, values, data, HasFields(values) ? FormOf(known) : SlackForm.Empty);
    }

    private Task<SlackReply> FollowAsync(SlackInteraction payload, SlackView view, SlackAction action) =>
        view.Id is { Length: > 0 and <= Limits.IdLength } && SlackPlaces.IsTs(action.ActionTs) && SlackData.Parse(view.PrivateMetadata) is { } data && ValuesOf(view.State) is { } values
            ? forms.FollowAsync(payload, action.ActionTs!, data, values)
            : Task.FromResult(NotOfItsShape());

    private async Task<SlackReply> SubmitAsync(SlackInteraction payload, SlackView view, CancellationToken cancellationToken)
    {
        if (SlackData.Parse(view.PrivateMetadata) is not { } data || view.Id is not { Length: > 0 and <= Limits.IdLength } id || ValuesOf(view.State) is not { } values)
            return NotOfItsShape();
        if (SlackForms.Begins(data.Verb))
            return await forms.SubmitAsync(payload, id, data, values);
        if (data.Place is not { } place || SlackPlaces.MessageOf(place) is not { } message)
            return NotOfItsShape();
        var known = await memory.MessageAsync(message, cancellationToken);
        var conversation = ConversationOf(payload, place, known);
        if (data.Key is { } key)
        {
            if (await memory.KeptAsync(key, cancellationToken) is not { } content || SlackData.Parse(content) is not { } kept)
                return await SayAsync(conversation, Gone, cancellationToken);
            data = kept;
        }

        var form = FormOf(known);
        return SlackInputs.Check(values, form) is { Count: > 0 } errors
            ? SlackReply.Errors(errors)
            : await TapAsync(payload, conversation, id, message, values, data, form);
    }

    /// <summary>Somebody unfolds a field that has more choices than Slack takes with a message.</summary>
    private async Task<SlackReply> SuggestAsync(SlackInteraction payload, CancellationToken cancellationToken)
    {
        if (PlaceOf(payload) is not { } place || SlackPlaces.MessageOf(place) is not { } message)
            return NotOfItsShape();
        return await memory.MessageAsync(message, cancellationToken) is { } known
            ? SlackReply.With(SlackSuggestions.Of(known.ToCard(), payload.ActionId, payload.Value).ToJson())
            : SlackReply.Done;
    }

    private async Task<SlackReply> TapAsync(SlackInteraction payload, string conversation, string id, string message, JsonElement values, SlackData data, SlackForm form)
    {
        var tap = turns.Message(conversation, payload.User!.Id!, id);
        tap.Value = JsonElement.Parse(SlackInputs.Merge(values, data.Json, form));
        tap.ReplyToId = message;
        if (payload is { Type: "block_actions", Trigger: { } trigger })
            triggers.Note(id, message, trigger);
        var about = new SlackAbout(
            askers.OfThread(conversation),
            // What is tapped where everybody sees it stays a message for everybody, though the answer may be for one.
            IsCardForAll: SlackPlaces.MessageOf(message) is var (channel, _) && !SlackPlaces.IsPrivate(channel));
        if (SlackPlaces.ViewerOf(conversation) is null || !CardTaps.IsOfDialog(data.Verb))
            return await turns.TakeAsync(tap, about);
        await TakeAsideAsync(tap, conversation);
        return SlackReply.Done;
    }

    /// <summary>Where the answer goes. What a member taps on a message that stands in the channel by itself is nobody else's: no thread begins for it.</summary>
    private string ConversationOf(SlackInteraction payload, SlackPlace place, SlackTappable? known)
    {
        var user = payload.User!.Id!;
        return place is { Viewer: null, Thread: null } && !SlackPlaces.IsPrivate(place.Channel) && askers.Of(user, place).IsMember
            ? SlackPlaces.Ephemeral(place.Channel, null, user)
            : known?.Conversation ?? SlackPlaces.ConversationOf(place);
    }

    private Task TakeAsideAsync(Activity tap, string conversation)
    {
        var (channel, thread) = SlackPlaces.Split(conversation);
        var place = new SlackPlace(channel, null, thread);
        return asides.TakeAsync(tap, askers.About(askers.Of(tap.From.Id, place), place), conversation);
    }

    private async Task<SlackReply> OpenAsync(SlackInteraction payload, AdaptiveCard card, SlackPlace place, string conversation, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(SlackTriggers.Patience, real);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        return payload.Trigger is { } trigger && await adapter.TryOpenAsync(trigger, BlockKit.Modal(card, place), either.Token)
            ? SlackReply.Done
            : await SayAsync(conversation, TooLate, cancellationToken);
    }

    private async Task<SlackReply> SayAsync(string conversation, string words, CancellationToken cancellationToken)
    {
        await adapter.SayAsync(conversation, words, cancellationToken);
        return SlackReply.Done;
    }

    /// <summary>A message with buttons says where it is; a modal was told which message it belongs to.</summary>
    private static SlackPlace? PlaceOf(SlackInteraction payload) => payload switch
    {
        { View: { } view } => SlackData.Parse(view.PrivateMetadata)?.Place,
        { Container: { ChannelId: { } channel, MessageTs: { } ts } container } =>
            new SlackPlace(channel, ts, container.ThreadTs, container.IsEphemeral ? payload.User!.Id : null) is var place && SlackPlaces.IsWhole(place) ? place : null,
        _ => null,
    };

    /// <summary>The same for a tap that comes again.</summary>
    private static string? IdOf(SlackInteraction payload, SlackAction action) => (action, payload) switch
    {
        ({ ActionTs: { } ts }, _) when SlackPlaces.IsTs(ts) && action.ActionId!.Length <= SlackLimits.Id => $"{ts}:{payload.User!.Id}:{action.ActionId}",
        (_, { Trigger: { } trigger }) => trigger,
        _ => null,
    };

    /// <summary>Undefined where nothing can be filled in; null where a text in it is none.</summary>
    private static JsonElement? ValuesOf(SlackState? state) =>
        state is { Values: { ValueKind: JsonValueKind.Object } values } ? PlainJson.Of(values) : default(JsonElement);

    private static bool HasFields(JsonElement values) => values.ValueKind == JsonValueKind.Object && values.EnumerateObject().Any();

    private static SlackForm FormOf(SlackTappable? message) => message is null ? SlackForm.Empty : SlackForm.Of(message.ToCard());

    private static SlackReply NotOfItsShape() => SlackReply.Bad("The payload is not of its shape.");
}
