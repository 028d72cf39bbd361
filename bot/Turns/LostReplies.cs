using AdaptiveCards;
using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Channels;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Turns;

/// <summary>A reply that a channel will never take is told elsewhere to the person whose turn it was, or else to the one on duty.</summary>
internal sealed class LostReplies(IDocumentStore store, ChannelReports reports)
{
    /// <param name="document">The key of the conversation's document.</param>
    public async Task TellAsync(string document, Activity reply, ChannelRefusedException refused)
    {
        var conversation = await new Work(store).LoadAsync(TurnDocuments.Conversation, document, CancellationToken.None);
        if (conversation?.Reference is { } place)
            await reports.ChangeAsync(
                squad => squad.Id == conversation.Squad,
                place.Channel,
                (book, moment) => ChannelRules.NotSaid(book, conversation.Person, ChannelWords.NotSaid(WhereOf(moment.Squad, place), refused.Message, WordsOf(reply)), moment),
                CancellationToken.None);
    }

    private static string WhereOf(Squad squad, Reference place) => place.User is null
        ? ChannelWords.RoomOf(squad, place.Channel, People.RoomOf(place.Conversation))
        : ChannelWords.DirectMessageIn(place.Channel);

    private static string WordsOf(Activity reply) => reply.Text ?? reply.Summary ?? (reply.Attachments is [{ Content: AdaptiveCard card }] ? card.FallbackText : "");
}
