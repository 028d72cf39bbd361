using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Schema;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// Slack's conversations. A direct message is its channel, <c>D024BE91L</c>, or whose it is while it was never opened, <c>U0ANA</c>. In a
/// channel each thread is a conversation, <c>C024BE91L;1764241200.000100</c>; the channel alone is where the bot speaks by itself. A message's
/// id is its channel and its time, <c>C024BE91L:1764241200.000100</c>.
/// </summary>
internal static class SlackPlaces
{
    private const int LongestId = 64;
    private const char ThreadSeparator = ';';
    private const char MessageSeparator = ':';

    public static ChannelAccount Bot => new("hausmeister", "Hausmeister", RoleTypes.Bot);

    /// <summary>Where an answer to a message goes: in a channel into its thread, which it may begin.</summary>
    public static string OfMessage(string channel, string? thread, string ts) => IsPrivate(channel) ? channel : $"{channel}{ThreadSeparator}{thread ?? ts}";

    public static (string Channel, string? Thread) Split(string conversation) =>
        conversation.Split(ThreadSeparator, 2) is [var channel, var thread] ? (channel, thread) : (conversation, null);

    public static string Message(string channel, string ts) => $"{channel}{MessageSeparator}{ts}";

    /// <summary>Null where it is no message of Slack's.</summary>
    public static (string Channel, string Ts)? MessageOf(string? id) =>
        id?.Split(MessageSeparator) is [var channel, var ts] && IsId(channel) && IsTs(ts) ? (channel, ts) : null;

    public static bool IsPrivate(string channel) => channel is ['D' or 'U' or 'W', ..];

    /// <summary>The channel is a person, with whom no conversation was opened.</summary>
    public static bool IsPerson(string channel) => channel is ['U' or 'W', ..];

    /// <summary>Ids become keys and parts of keys, and Slack's have nothing but these.</summary>
    public static bool IsId(string? id) => id is { Length: > 1 and <= LongestId } && id.All(char.IsAsciiLetterOrDigit);

    public static bool IsTs(string? ts) => ts is { Length: > 0 and <= LongestId } && ts.All(c => char.IsAsciiDigit(c) || c == '.');

    public static ConversationAccount Account(string conversation)
    {
        var isRoom = !IsPrivate(conversation);
        return new(isRoom, isRoom ? "channel" : "personal", conversation);
    }

    /// <summary>How to write into a conversation of Slack's, which needs nothing but its key; null for another channel's.</summary>
    public static ConversationReference? ReferenceOf(string place) => place.Split('/') is [KnownChannels.Slack, var conversation]
        ? new ConversationReference { ChannelId = KnownChannels.Slack, Bot = Bot, Conversation = Account(Keys.Decoded(conversation)) }
        : null;

    /// <summary>The key of the conversation with a member who may never have written; null where the squad's file names no account.</summary>
    public static string? PrivateOf(Squad squad, string member) =>
        squad.Find(member)?.Accounts.TryGetValue(KnownChannels.Slack, out var account) == true && IsPerson(account) ? Keys.Place(KnownChannels.Slack, account) : null;
}
