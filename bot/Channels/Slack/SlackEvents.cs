using System.Runtime.InteropServices;
using System.Text.Json;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards.Rendering;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Schema;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// What people write in Slack. In a channel it is for the bot if it mentions it, goes on with a dialog in its thread, or stands in the thread
/// of an open case; Slack tells of a mention twice, as the message and as the mention, which is one turn.
/// </summary>
internal sealed class SlackEvents(
    SlackTurns turns, SlackRequests requests, SlackAskers askers, SlackHomes homes, SlackIdentity identity, SlackNews news, IDocumentStore store, People people, IReadOnlyList<Squad> squads)
{
    /// <summary>How the bot is called where mentions are plain text, as <see cref="Addressing"/> knows it.</summary>
    public const string Name = "@Hausmeister";

    public async Task<SlackReply> TakeAsync(SlackEnvelope envelope, CancellationToken cancellationToken)
    {
        if (envelope.Event.ValueKind != JsonValueKind.Object)
            return SlackReply.Done;
        if (PlainJson.Of(envelope.Event) is null)
            return NotOfItsShape();
        return envelope.Event.Member("type")?.ToString() switch
        {
            "message" or "app_mention" => await TakeMessageAsync(envelope, cancellationToken),
            "app_home_opened" => SlackPayloadJson.Read(JsonMarshal.GetRawUtf8Value(envelope.Event), SlackPayloadJson.Default.SlackOpened) is { } opened
                ? await homes.TakeAsync(opened)
                : NotOfItsShape(),
            var type => await news.TakeAsync(type, envelope.Event, cancellationToken),
        };
    }

    private async Task<SlackReply> TakeMessageAsync(SlackEnvelope envelope, CancellationToken cancellationToken)
    {
        // An edit or a deletion has other members: it is not looked at.
        if (envelope.Event.Member("subtype") is { ValueKind: not JsonValueKind.Null } subtype && !IsSaid(subtype.ToString()))
            return SlackReply.Done;
        if (SlackPayloadJson.Read(JsonMarshal.GetRawUtf8Value(envelope.Event), SlackPayloadJson.Default.SlackEvent) is not { } message)
            return NotOfItsShape();
        return await HearAsync(message, identity.User ?? envelope.Authorizations?.FirstOrDefault(a => a is { IsBot: true })?.UserId, cancellationToken);
    }

    /// <summary>A message that Slack has kept and not brought.</summary>
    public Task<SlackReply> TakeMissedAsync(SlackEvent message, CancellationToken cancellationToken) =>
        IsSaid(message.Subtype) ? HearAsync(message, identity.User, cancellationToken) : Task.FromResult(SlackReply.Done);

    private static bool IsSaid(string? subtype) => subtype is null or "file_share" or "thread_broadcast";

    private async Task<SlackReply> HearAsync(SlackEvent message, string? bot, CancellationToken cancellationToken)
    {
        if (!IsOfPerson(message))
            return SlackReply.Done;
        if (!IsWhole(message))
            return NotOfItsShape();
        var activity = Activity(message, bot);
        if (activity.Text.Length == 0)
            return SlackReply.Done;
        var isOfCase = message.ThreadTs is not null && await CaseThreads.SquadOfAsync(store, people.SenderOf(activity)!, cancellationToken) is not null;
        if (IsRoom(activity) && Addressing.WithoutName(activity.Text)?.Trim() is { } words && !(isOfCase && IsNote(words)))
            return await AnswerCallAsync(message, activity, words);
        return !IsRoom(activity) || isOfCase || await IsInDialogAsync(activity, cancellationToken) ? await turns.TakeAsync(activity, About(message)) : SlackReply.Done;
    }

    /// <summary>A member is answered for themselves; a guest is helped in the thread, where others can read along.</summary>
    private async Task<SlackReply> AnswerCallAsync(SlackEvent message, Activity activity, string words)
    {
        var request = new SlackRequest(message.User!, message.Channel!, message.ThreadTs, message.Ts, activity.Id, words);
        if (!askers.Of(request.User, request.Place).IsMember)
            return await turns.TakeAsync(activity, About(message));
        await requests.AnswerAsync(request);
        return SlackReply.Done;
    }

    private SlackAbout About(SlackEvent message)
    {
        var place = new SlackPlace(message.Channel!, message.Ts, message.ThreadTs);
        return askers.About(askers.Of(message.User!, place), place) with { Squad = null };
    }

    private static SlackReply NotOfItsShape() => SlackReply.Bad("The event is not of its shape.");

    private bool IsOfPerson(SlackEvent message) => message is { BotId: null, User.Length: > 0 } && message.User != identity.User && message.User != "USLACKBOT";

    private static bool IsWhole(SlackEvent message) =>
        SlackPlaces.IsId(message.Channel) && SlackPlaces.IsId(message.User) && SlackPlaces.IsTs(message.Ts)
        && (message.ThreadTs is null || SlackPlaces.IsTs(message.ThreadTs)) && !(message.Text?.Length > Limits.TextLength);

    private Activity Activity(SlackEvent message, string? bot)
    {
        var conversation = SlackPlaces.OfMessage(message.Channel!, message.ThreadTs, message.Ts!);
        var activity = turns.Message(conversation, message.User!, SlackPlaces.Message(message.Channel!, message.Ts!));
        var text = message.Text ?? "";
        var isCalled = message.Type == "app_mention" || (bot is not null && SlackWords.Mentions(text, bot));
        var said = SlackWords.Plain(bot is null ? text : SlackWords.WithoutMention(text, bot), NameOf).Trim();
        var files = message.Files?.Select(file => file?.Permalink).Where(link => link is { Length: > 0 }) ?? [];
        activity.Text = string.Join('\n', files.Prepend(said).Where(line => line!.Length > 0));
        if (isCalled && IsRoom(activity))
            activity.Text = $"{Name} {activity.Text}";
        return activity;
    }

    private static bool IsRoom(Activity activity) => activity.Conversation.IsGroup == true;

    /// <summary>What is said with the bot's name in a case's thread, and is nothing that it can be asked.</summary>
    private static bool IsNote(string words) => words.Length > 0 && Command.Parse(words) is null;

    /// <summary>Else each word of a busy channel would be a turn, and a document.</summary>
    private async Task<bool> IsInDialogAsync(Activity activity, CancellationToken cancellationToken) =>
        await new Work(store).LoadAsync(
            TurnDocuments.Conversation, Keys.Conversation(KnownChannels.Slack, activity.Conversation.Id, activity.From.Id), cancellationToken) is { IsInDialog: true };

    private string? NameOf(string account) => SlackNames.Of(squads, account);
}
