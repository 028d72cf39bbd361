using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Schema;
using NodaTime;

namespace Hausmeister.Bot.Turns;

/// <summary>
/// Keeps the ways back to a conversation and to a member. What was written last stands in the conversation's own document, so that
/// a turn in which nothing has changed reads and writes nothing for it, in whichever process it runs.
/// </summary>
internal static class Ways
{
    /// <summary>Saves the reference if it is another, and once a day that the member can be reached here.</summary>
    public static async Task<ConversationDocument> KeepAsync(
        Work work, ConversationDocument document, Sender sender, Squad squad, Activity activity, Instant now, CancellationToken cancellationToken)
    {
        var kept = await KeepPlaceAsync(work, document, sender, activity, cancellationToken);
        var today = now.InZone(squad.TimeZone).Date;
        var isKnown = kept.Reference == document.Reference && document.ReachedOn == today;
        if (isKnown || sender.IsRoom || sender.In(squad) is not { IsGuest: false } member)
            return kept;
        await SaveAsync(work, Keys.Reach(squad.Id, member.Id), sender.Channel, new ReachedAt(sender.Place, sender.Document, today), cancellationToken);
        return kept with { ReachedOn = today };
    }

    /// <summary>Saves the reference if it is another; enough to answer here, also while the squad is not known.</summary>
    public static async Task<ConversationDocument> KeepPlaceAsync(
        Work work, ConversationDocument document, Sender sender, Activity activity, CancellationToken cancellationToken)
    {
        var reference = Reference.Of(activity, sender.IsRoom);
        if (reference != document.Reference && !sender.IsPassing)
            await SaveAsync(work, sender.Place, reference, cancellationToken);
        return document with { Reference = reference };
    }

    /// <summary>Whether the bot is taken out of the conversation.</summary>
    public static bool IsFarewell(Activity activity) => activity switch
    {
        { Type: ActivityTypes.InstallationUpdate, Action: "remove" or "remove-upgrade" } => true,
        { Type: ActivityTypes.ConversationUpdate, MembersRemoved: { } removed, Recipient.Id: { } bot } => removed.Any(member => member.Id == bot),
        _ => false,
    };

    /// <summary>Nothing can be written there any more: the ways back are dropped, and come again with the next word from there.</summary>
    public static async Task<ConversationDocument> DropAsync(Work work, ConversationDocument document, Sender sender, Squad squad, CancellationToken cancellationToken)
    {
        var reference = Keys.Reference(sender.Place);
        if (await work.LoadAsync(TurnDocuments.Reference, reference, cancellationToken) is not null)
            work.Delete(reference);
        if (sender.In(squad) is { IsGuest: false } member
            && await work.LoadAsync(TurnDocuments.Reach, Keys.Reach(squad.Id, member.Id), cancellationToken) is { } reach
            && reach.Channels.GetValueOrDefault(sender.Channel)?.Place == sender.Place)
            work.Save(TurnDocuments.Reach, Keys.Reach(squad.Id, member.Id), reach.Without(sender.Channel));
        return document with { Reference = null, ReachedOn = null };
    }

    private static async Task SaveAsync(Work work, string place, Reference reference, CancellationToken cancellationToken)
    {
        var key = Keys.Reference(place);
        if (await work.LoadAsync(TurnDocuments.Reference, key, cancellationToken) != reference)
            work.Save(TurnDocuments.Reference, key, reference);
    }

    private static async Task SaveAsync(Work work, string key, string channel, ReachedAt at, CancellationToken cancellationToken)
    {
        var reach = await work.LoadAsync(TurnDocuments.Reach, key, cancellationToken) ?? new Reach();
        if (reach.Channels.GetValueOrDefault(channel) != at)
            work.Save(TurnDocuments.Reach, key, reach.With(channel, at));
    }
}
