using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Storage;
using NodaTime;

namespace Hausmeister.Tests.Turns;

/// <summary>The in-memory store, which counts, and lets a test be somebody else just before a commit.</summary>
internal sealed class CountingStore : IDocumentStore
{
    public InMemoryDocumentStore Inner { get; } = new();

    public int Reads { get; private set; }

    public int Commits { get; private set; }

    /// <summary>Called before each commit; throws what the store should throw.</summary>
    public Action<Commit> BeforeCommit { get; set; } = _ => { };

    public Task<StoredDocument?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        Reads++;
        return Inner.ReadAsync(key, cancellationToken);
    }

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string prefix, int limit, CancellationToken cancellationToken)
    {
        Reads++;
        return Inner.ListAsync(prefix, limit, cancellationToken);
    }

    public Task<Committed> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        Commits++;
        BeforeCommit(commit);
        return Inner.CommitAsync(commit, cancellationToken);
    }

    public void Reset() => (Reads, Commits) = (0, 0);

    public Task<IReadOnlyList<StoredRow>> ReadRowsAsync(string stream, long after, int limit, CancellationToken cancellationToken) =>
        Inner.ReadRowsAsync(stream, after, limit, cancellationToken);

    public Task<IReadOnlyList<TakenWakeUp>> TakeAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken) =>
        Inner.TakeAsync(now, lease, limit, cancellationToken);

    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) => Inner.NextDueAsync(cancellationToken);

    public Task CompleteAsync(TakenWakeUp wakeUp, CancellationToken cancellationToken) => Inner.CompleteAsync(wakeUp, cancellationToken);

    public Task PutBackAsync(TakenWakeUp wakeUp, Instant due, CancellationToken cancellationToken) => Inner.PutBackAsync(wakeUp, due, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => Inner.CheckAsync(cancellationToken);
}
