using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Channels.WebChat;

/// <summary>The conversations of the local web chat. Each begins with its squad's id and a dot, which no squad's id has.</summary>
internal static class WebChatPlaces
{
    public static ChannelAccount Bot => new("hausmeister", "Hausmeister", RoleTypes.Bot);

    /// <summary>The one conversation of a person with Hausmeister; every window of theirs shows it.</summary>
    public static string Private(Squad squad, string account) => $"{squad.Id}.me.{account}";

    /// <param name="room">The room as the squad's file names it.</param>
    public static string Room(Squad squad, string room) => $"{squad.Id}.room.{room}";

    /// <summary>The squad's own: its rooms, and its members' private ones.</summary>
    public static IEnumerable<string> Of(Squad squad)
    {
        const string channel = Microsoft.Bot.Connector.Channels.Webchat;
        var accounts = squad.Members.Select(member => member.Accounts.GetValueOrDefault(channel)).OfType<string>();
        var rooms = new[] { squad.Channels.Announcements, squad.Channels.Guild, squad.Channels.Crash }.Select(one => one.GetValueOrDefault(channel))
            .Concat(squad.Channels.Help.GetValueOrDefault(channel, []));
        return accounts.Select(account => Private(squad, account)).Concat(rooms.OfType<string>().Distinct().Select(room => Room(squad, room)));
    }

    public static ConversationAccount Account(string conversation, bool isRoom) =>
        new(isRoom, isRoom ? "channel" : "personal", conversation);

    /// <summary>How to write into a conversation of the web chat, which needs nothing but its key; null for another channel's.</summary>
    public static ConversationReference? ReferenceOf(string place)
    {
        var parts = place.Split('/');
        if (parts is not [Microsoft.Bot.Connector.Channels.Webchat, var conversation])
            return null;
        var id = Keys.Decoded(conversation);
        return new ConversationReference
        {
            ChannelId = Microsoft.Bot.Connector.Channels.Webchat,
            Bot = Bot,
            Conversation = Account(id, isRoom: id.Contains(".room.", StringComparison.Ordinal)),
        };
    }

    /// <summary>The stream in which the conversation's transcript lies.</summary>
    public static string Stream(string conversation) => $"transcript/{Uri.EscapeDataString(conversation)}";
}
