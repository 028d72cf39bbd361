using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Benchmarks.Inside;

/// <summary>The product's store, which counts what is asked of it: apart what a turn asks, and what is asked behind the turns.</summary>
internal sealed class CountingStore(IDocumentStore inner) : IDocumentStore
{
    /// <summary>Set while an activity is answered, in everything that this starts.</summary>
    public static readonly AsyncLocal<bool> IsInTurn = new();

    public static StorageCount InTurns { get; } = new();

    public static StorageCount BehindTurns { get; } = new();

    private static StorageCount Count => IsInTurn.Value ? InTurns : BehindTurns;

    public Task<StoredDocument?> ReadAsync(string key, CancellationToken cancellationToken) => Count.Read(inner.ReadAsync(key, cancellationToken));

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string prefix, int limit, CancellationToken cancellationToken) =>
        Count.Read(inner.ListAsync(prefix, limit, cancellationToken));

    public Task<Committed> CommitAsync(Commit commit, CancellationToken cancellationToken) => Count.Commit(inner.CommitAsync(commit, cancellationToken));

    public Task<IReadOnlyList<StoredRow>> ReadRowsAsync(string stream, long after, int limit, CancellationToken cancellationToken) =>
        Count.Read(inner.ReadRowsAsync(stream, after, limit, cancellationToken));

    public Task<IReadOnlyList<TakenWakeUp>> TakeAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken) =>
        Count.Commit(inner.TakeAsync(now, lease, limit, cancellationToken));

    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) => Count.Read(inner.NextDueAsync(cancellationToken));

    public Task CompleteAsync(TakenWakeUp wakeUp, CancellationToken cancellationToken) => Count.Commit(inner.CompleteAsync(wakeUp, cancellationToken));

    public Task PutBackAsync(TakenWakeUp wakeUp, Instant due, CancellationToken cancellationToken) =>
        Count.Commit(inner.PutBackAsync(wakeUp, due, cancellationToken));

    public Task CheckAsync(CancellationToken cancellationToken) => Count.Commit(inner.CheckAsync(cancellationToken));
}

internal sealed class StorageCount
{
    private long reads;
    private long commits;

    public StorageUse Use => new(Interlocked.Read(ref reads), Interlocked.Read(ref commits));

    public T Read<T>(T call)
    {
        Interlocked.Increment(ref reads);
        return call;
    }

    public T Commit<T>(T call)
    {
        Interlocked.Increment(ref commits);
        return call;
    }
}
