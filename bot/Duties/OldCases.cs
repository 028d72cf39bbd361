using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Support;

namespace Hausmeister.Bot.Duties;

/// <summary>Cases that ended long ago, with everything by which they are found. The record in the tracker is the tracker's.</summary>
internal sealed class OldCases(IDocumentStore store, Answers answers)
{
    /// <returns>How many were deleted.</returns>
    public async Task<int> DeleteAsync(Moment moment, CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var entry in await store.ListAsync(Keys.Ended(moment.Squad.Id), RetentionRound.MostLookedAt, cancellationToken))
            if (deleted < RetentionRound.MostAtOnce && await DeleteAsync(Keys.LastPart(entry.Key), entry.Key, moment, cancellationToken))
                deleted++;
        return deleted;
    }

    /// <summary>Hand-offs are kept as long as what they handed over.</summary>
    public Task DeleteHandOffsAsync(Moment moment, CancellationToken cancellationToken) =>
        DeleteAsync(Keys.HandOff(moment.Squad.Id), stored => Retention.IsOver(DocumentTypes.HandOff.Read(stored.Body), moment), cancellationToken);

    public Task DeletePipelineDaysAsync(Moment moment, CancellationToken cancellationToken) =>
        DeleteAsync(Keys.Dag(moment.Squad.Id), stored => Retention.IsOver(DocumentTypes.PipelineDay.Read(stored.Body), moment), cancellationToken);

    private async Task DeleteAsync(string prefix, Func<StoredDocument, bool> isOver, CancellationToken cancellationToken)
    {
        var work = new Work(store);
        var stored = await store.ListAsync(prefix, RetentionRound.MostAtOnce, cancellationToken);
        foreach (var old in stored.Where(isOver))
            work.Remove(old.Key);
        if (!work.IsEmpty)
            await work.TryCommitAsync(cancellationToken);
    }

    private async Task<bool> DeleteAsync(string id, string entry, Moment moment, CancellationToken cancellationToken)
    {
        var work = new Work(store);
        var desk = new CaseDesk(work, moment);
        if (await desk.FindAsync(id, cancellationToken) is not { } found)
            work.Remove(entry);
        else if (Retention.IsOver(found, moment))
            desk.Forget(found);
        // Who was faster is using it.
        if (work.IsEmpty || !await work.TryCommitAsync(cancellationToken))
            return false;
        await answers.ForgetAsync(moment.Squad, id, cancellationToken);
        return true;
    }
}
