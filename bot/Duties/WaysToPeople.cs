using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Schema;
using WebChatId = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Duties;

/// <summary>A conversation, by its key, and how to write into it.</summary>
/// <param name="Viewer">Who reads there; null in a room.</param>
internal sealed record Way(string Place, ConversationReference Reference, string? Viewer);

/// <summary>
/// How people are reached: where they wrote last, else where they wrote before, else by their account in Slack, else in their web chat: neither
/// needs a word from them before. A squad's room may stand on several channels.
/// </summary>
/// <param name="slack">Null where the bot is not in Slack.</param>
internal sealed class WaysToPeople(IDocumentStore store, SlackSettings? slack = null)
{
    /// <returns>To a member each way on which they can be reached, the best first; to a room all of its places.</returns>
    public async Task<IReadOnlyList<Way>> ToAsync(Squad squad, Recipient to, CancellationToken cancellationToken) => to switch
    {
        { Member: { } member } => await ToMemberAsync(squad, member, cancellationToken),
        { Room: { } room } => await ToRoomAsync(squad, RoomsOf(squad.Channels, room), cancellationToken),
        _ => await ToPlaceAsync(to.Conversation!, cancellationToken),
    };

    /// <summary>The conversation document in which the member may be in the middle of a dialog; null if they have never written.</summary>
    public async Task<ConversationDocument?> ConversationOfAsync(Squad squad, string member, CancellationToken cancellationToken) =>
        await ReachedAsync(squad, member, cancellationToken) is [{ } reached, ..]
            ? await new Work(store).LoadAsync(TurnDocuments.Conversation, reached.Document, cancellationToken)
            : null;

    public async Task<IReadOnlyList<Way>> ToPlaceAsync(string place, CancellationToken cancellationToken)
    {
        if (await new Work(store).LoadAsync(TurnDocuments.Reference, Keys.Reference(place), cancellationToken) is { } stored)
            return [new Way(place, stored.ToConversationReference(), stored.User)];
        return WithoutHavingWritten(place) is { } known ? [new Way(place, known, known.User?.Id)] : [];
    }

    private async Task<IReadOnlyList<Way>> ToMemberAsync(Squad squad, string member, CancellationToken cancellationToken)
    {
        var reached = await ReachedAsync(squad, member, cancellationToken);
        var ways = new List<Way>();
        foreach (var place in reached.Select(r => r.Place).Append(SlackPlaceOf(squad, member)).Append(WebChatPlaceOf(squad, member)).OfType<string>().Distinct())
            ways.AddRange((await ToPlaceAsync(place, cancellationToken)).Select(way => way with { Viewer = member }));
        return ways;
    }

    private ConversationReference? WithoutHavingWritten(string place) =>
        WebChatPlaces.ReferenceOf(place) ?? (slack is null ? null : SlackPlaces.ReferenceOf(place));

    private static IReadOnlyDictionary<string, string> RoomsOf(ChannelSettings channels, Room room) => room switch
    {
        Room.Guild => channels.Guild,
        Room.Crash => channels.Crash,
        _ => channels.Announcements,
    };

    private async Task<IReadOnlyList<Way>> ToRoomAsync(Squad squad, IReadOnlyDictionary<string, string> rooms, CancellationToken cancellationToken)
    {
        var ways = new List<Way>();
        foreach (var (channel, room) in rooms)
        {
            var conversation = channel == WebChatId.Webchat ? WebChatPlaces.Room(squad, room) : room;
            ways.AddRange((await ToPlaceAsync(Keys.Place(channel, conversation), cancellationToken)).Select(way => way with { Viewer = null }));
        }
        return ways;
    }

    /// <summary>The last first.</summary>
    private async Task<IReadOnlyList<ReachedAt>> ReachedAsync(Squad squad, string member, CancellationToken cancellationToken)
    {
        var reach = await new Work(store).LoadAsync(TurnDocuments.Reach, Keys.Reach(squad.Id, member), cancellationToken);
        return reach is null ? [] : [.. reach.Channels.Values.OrderByDescending(r => r.LastUsed)];
    }

    private string? SlackPlaceOf(Squad squad, string member) => slack is null ? null : SlackPlaces.PrivateOf(squad, member);

    private static string? WebChatPlaceOf(Squad squad, string member) => squad.Find(member)?.Accounts.TryGetValue(WebChatId.Webchat, out var account) == true
        ? Keys.Place(WebChatId.Webchat, WebChatPlaces.Private(squad, account))
        : null;
}
