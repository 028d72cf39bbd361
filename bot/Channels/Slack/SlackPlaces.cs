using Hausmeister.Bot.Turns;
using Hausmeister.Cards.Rendering;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Schema;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// Slack's conversations. A direct message is its channel, <c>D024BE91L</c>, or whose it is while it was never opened, <c>U0ANA</c>. In a
/// channel each thread is a conversation, <c>C024BE91L;1764241200.000100</c>; the channel alone is where the bot speaks by itself. What only one
/// person sees there is one too, <c>C024BE91L;1764241200.000100;U0ANA</c>, with nothing between the separators where it stands in no thread. A
/// message's id is its channel and its time, <c>C024BE91L:1764241200.000100</c>, and <c>:U0ANA</c> behind them where only one person sees it.
/// </summary>
internal static class SlackPlaces
{
    private const int LongestId = 64;
    private const char ThreadSeparator = ';';
    private const char MessageSeparator = ':';

    public static ChannelAccount Bot => new("hausmeister", "Hausmeister", RoleTypes.Bot);

    /// <summary>Where an answer to a message goes: in a channel into its thread, which it may begin.</summary>
    public static string OfMessage(string channel, string? thread, string ts) => IsPrivate(channel) ? channel : $"{channel}{ThreadSeparator}{thread ?? ts}";

    /// <summary>What only this person sees in a channel, or in a thread of it.</summary>
    public static string Ephemeral(string channel, string? thread, string user) => $"{channel}{ThreadSeparator}{thread}{ThreadSeparator}{user}";

    public static (string Channel, string? Thread) Split(string conversation) =>
        conversation.Split(ThreadSeparator) is [var channel, var thread, ..] ? (channel, thread.Length > 0 ? thread : null) : (conversation, null);

    /// <summary>Who alone sees what stands in the conversation; null where everybody in it does.</summary>
    public static string? ViewerOf(string conversation) => conversation.Split(ThreadSeparator) is [_, _, var viewer] ? viewer : null;

    public static string Message(string channel, string ts) => $"{channel}{MessageSeparator}{ts}";

    /// <summary>Null where it is no message of Slack's.</summary>
    public static (string Channel, string Ts)? MessageOf(string? id) =>
        id?.Split(MessageSeparator) is [var channel, var ts] && IsId(channel) && IsTs(ts) ? (channel, ts) : null;

    public static string EphemeralMessage(string channel, string ts, string user) => $"{Message(channel, ts)}{MessageSeparator}{user}";

    /// <summary>Where such a message stands; null where it is none.</summary>
    public static SlackPlace? EphemeralOf(string? id) =>
        id?.Split(MessageSeparator) is [var channel, var ts, var user] && new SlackPlace(channel, ts, null, user) is var place && IsWhole(place) ? place : null;

    public static bool IsPrivate(string channel) => channel is ['D' or 'U' or 'W', ..];

    /// <summary>The channel is a person, with whom no conversation was opened.</summary>
    public static bool IsPerson(string channel) => channel is ['U' or 'W', ..];

    /// <summary>Ids become keys and parts of keys, and Slack's have nothing but these.</summary>
    public static bool IsId(string? id) => id is { Length: > 1 and <= LongestId } && id.All(char.IsAsciiLetterOrDigit);

    public static bool IsTs(string? ts) => ts is { Length: > 0 and <= LongestId } && ts.All(c => char.IsAsciiDigit(c) || c == '.');

    /// <summary>Stands for the time of a message that there is not, before all that there are: what a modal without one is known by.</summary>
    public static string NoTs(string trigger) => $"0.{new string([.. trigger.Where(char.IsAsciiDigit).Take(LongestId / 2)])}";

    /// <summary>What came from outside can be a place.</summary>
    public static bool IsWhole(SlackPlace place) =>
        IsId(place.Channel) && (place.Timestamp is null || IsTs(place.Timestamp)) && (place.Thread is null || IsTs(place.Thread)) && (place.Viewer is null || IsId(place.Viewer));

    /// <summary>The id of the message there; null where there is none.</summary>
    public static string? MessageOf(SlackPlace place) => place switch
    {
        { Timestamp: null } => null,
        { Viewer: { } viewer } => EphemeralMessage(place.Channel, place.Timestamp, viewer),
        _ => Message(place.Channel, place.Timestamp),
    };

    /// <summary>Where an answer to the message there goes: where only one person sees it, they alone see the answer.</summary>
    public static string ConversationOf(SlackPlace place) => place.Viewer is { } viewer
        ? Ephemeral(place.Channel, place.Thread, viewer)
        : OfMessage(place.Channel, place.Thread, place.Timestamp ?? "");

    public static ConversationAccount Account(string conversation) => (ViewerOf(conversation), IsPrivate(conversation)) switch
    {
        (not null, _) => new(isGroup: true, People.Passing, conversation),
        (_, true) => new(isGroup: false, "personal", conversation),
        _ => new(isGroup: true, "channel", conversation),
    };

    /// <summary>
    /// How to write into a conversation of Slack's, which needs nothing but its key; null for another channel's, and where only one person
    /// would see what nobody asked for.
    /// </summary>
    public static ConversationReference? ReferenceOf(string place) => place.Split('/') is [KnownChannels.Slack, var conversation] && ViewerOf(Keys.Decoded(conversation)) is null
        ? new ConversationReference { ChannelId = KnownChannels.Slack, Bot = Bot, Conversation = Account(Keys.Decoded(conversation)) }
        : null;

    /// <summary>The key of the conversation with a member who may never have written; null where the squad's file names no account.</summary>
    public static string? PrivateOf(Squad squad, string member) =>
        squad.Find(member)?.Accounts.TryGetValue(KnownChannels.Slack, out var account) == true && IsPerson(account) ? Keys.Place(KnownChannels.Slack, account) : null;
}
