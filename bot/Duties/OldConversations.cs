using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Channels.WebChat.Transcript;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Duties;

/// <summary>
/// Conversations that nobody has used for long: what was talked about, the transcript, and the way to a person who is no member. Members stay
/// reachable, an open case keeps the way to whoever opened it and to its threads, and the count of cases stays, as ids are made of it.
/// </summary>
internal sealed class OldConversations(IDocumentStore store, KeyedLocks locks, Marks marks, OldTranscripts transcripts)
{
    /// <returns>How many were deleted.</returns>
    public async Task<int> DeleteAsync(Moment moment, CancellationToken cancellationToken)
    {
        var open = await new CaseDesk(new Work(store), moment).OpenAsync(cancellationToken);
        var needed = open.SelectMany(c => c.Threads.Append(c.Conversation)).ToHashSet();
        var deleted = 0;
        foreach (var entry in await store.ListAsync(Keys.Used(moment.Squad.Id), RetentionRound.MostLookedAt, cancellationToken))
            if (deleted < RetentionRound.MostAtOnce && await DeleteAsync(entry.Key, needed, moment, cancellationToken))
                deleted++;
        foreach (var conversation in WebChatPlaces.Of(moment.Squad))
            await EmptyAsync(conversation, moment, cancellationToken);
        return deleted;
    }

    /// <summary>No turn of this conversation runs meanwhile.</summary>
    private async Task<bool> DeleteAsync(string entry, HashSet<string> needed, Moment moment, CancellationToken cancellationToken)
    {
        var (key, work) = (Keys.OfUsed(entry), new Work(store));
        var place = Keys.PlaceOf(key);
        using var taken = await locks.TakeAsync(key, cancellationToken);
        if (await work.LoadAsync(TurnDocuments.Conversation, key, cancellationToken) is not { } stored)
        {
            work.Remove(entry);
            return await work.TryCommitAsync(cancellationToken);
        }
        if (needed.Contains(place) || marks.Fold(key, stored).Unsent.Count > 0 || !await IsOverAsync(stored, place, moment, cancellationToken))
            return false;
        Forget(work, key, stored, moment);
        work.Remove(entry);
        if (WebChatOf(place) is { } conversation)
            await transcripts.ForgetAsync(work, conversation, cancellationToken);
        return await work.TryCommitAsync(cancellationToken);
    }

    private async Task<bool> IsOverAsync(ConversationDocument document, string place, Moment moment, CancellationToken cancellationToken) =>
        Retention.IsOver(document.LastActivity, moment)
        && (WebChatOf(place) is not { } conversation || await transcripts.LastUseAsync(conversation, cancellationToken) is not { } said || Retention.IsOver(said, moment));

    private static void Forget(Work work, string key, ConversationDocument document, Moment moment)
    {
        if (document.Cases == 0)
            work.Delete(key);
        else
            work.Save(TurnDocuments.Conversation, key, document.Forgotten());
        if (document.Person is not { } person || moment.Squad.Find(person.Id) is not null || document.Reference?.User is null)
            return;
        work.Remove(Keys.Reference(Keys.PlaceOf(key)));
        work.Remove(Keys.Reach(moment.Squad.Id, person.Id));
    }

    /// <summary>Where only Hausmeister has spoken there is no document.</summary>
    private async Task EmptyAsync(string conversation, Moment moment, CancellationToken cancellationToken)
    {
        if (await transcripts.LastUseAsync(conversation, cancellationToken) is not { } said || !Retention.IsOver(said, moment))
            return;
        var work = new Work(store);
        await transcripts.ForgetAsync(work, conversation, cancellationToken);
        await work.TryCommitAsync(cancellationToken);
    }

    private static string? WebChatOf(string place) => WebChatPlaces.ReferenceOf(place)?.Conversation.Id;
}
