using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// What was kept for taps and nobody has needed for as long as conversations are kept. It belongs to no squad, so all of their files must say so.
/// </summary>
internal sealed class OldTaps(IDocumentStore store, IReadOnlyList<Squad> squads)
{
    /// <returns>How many were deleted.</returns>
    public async Task<int> DeleteAsync(Instant now, CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var entry in await store.ListAsync(Keys.Needed(KnownChannels.Slack), RetentionRound.MostLookedAt, cancellationToken))
            if (deleted < RetentionRound.MostAtOnce && await DeleteAsync(entry.Key, now, cancellationToken))
                deleted++;
        return deleted;
    }

    private async Task<bool> DeleteAsync(string entry, Instant now, CancellationToken cancellationToken)
    {
        var (key, work) = (Keys.OfNeeded(entry), new Work(store));
        if (await NeededAsync(work, key, cancellationToken) is { } needed && entry == Keys.Needed(KnownChannels.Slack, needed, key))
        {
            if (!squads.All(squad => Retention.IsOver(needed, new Moment(squad, now))))
                return false;
            work.Delete(key);
        }

        work.Remove(entry);
        // Who was faster needs it.
        return await work.TryCommitAsync(cancellationToken);
    }

    /// <summary>Null where it is gone.</summary>
    private static async Task<Instant?> NeededAsync(Work work, string key, CancellationToken cancellationToken)
    {
        SlackNeeded? found = key.StartsWith(Keys.Kept(KnownChannels.Slack, ""), StringComparison.Ordinal)
            ? await work.LoadAsync(SlackDocuments.Kept, key, cancellationToken)
            : await work.LoadAsync(SlackDocuments.Message, key, cancellationToken);
        return found?.Needed is { } needed ? Instant.FromDateTimeOffset(needed) : null;
    }
}
