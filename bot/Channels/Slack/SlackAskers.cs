using Hausmeister.Bot.Turns;
using Hausmeister.Cards.Rendering;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Who asks for something somewhere in Slack, whose squad the place is, and the message that it came with.</summary>
internal sealed class SlackAskers(People people, SlackTurns turns, SlackIdentity identity)
{
    /// <param name="place">Null: in no channel, as on the app's own page.</param>
    public Sender Of(string user, SlackPlace? place) =>
        people.SenderOf(turns.Message(place is null ? user : SlackPlaces.Ephemeral(place.Channel, place.Thread, user), user, id: ""))!;

    /// <param name="domain">Of the workspace, where Slack has told it along.</param>
    public SlackAbout About(Sender sender, SlackPlace? place, string? domain = null) =>
        new(OriginOf(place, domain), sender.Squads is [var only] ? new SquadMeant(only.Id) : null);

    /// <summary>The message that begins the thread, as what somebody does there is about; null where the conversation is none.</summary>
    public Origin? OfThread(string conversation) => SlackPlaces.Split(conversation) is (var channel, { } thread) ? OriginOf(new SlackPlace(channel, thread), domain: null) : null;

    private Origin? OriginOf(SlackPlace? place, string? domain) =>
        place is { Timestamp: { } ts } && (identity.Workspace ?? SlackLinks.OfDomain(domain)) is { } workspace ? SlackLinks.Origin(workspace, place.Channel, place.Thread, ts) : null;
}
