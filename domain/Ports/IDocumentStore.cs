using NodaTime;

namespace Hausmeister.Domain.Ports;

/// <summary>
/// Keeps documents, the wake-ups that they owe, and streams of rows. One <see cref="CommitAsync"/> stores all three or nothing.
/// </summary>
public interface IDocumentStore
{
    /// <summary>The document, or null if there is none.</summary>
    Task<StoredDocument?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Documents whose key begins with <paramref name="prefix"/>, in the ordinal order of their keys.</summary>
    Task<IReadOnlyList<StoredDocument>> ListAsync(string prefix, int limit, CancellationToken cancellationToken);

    /// <summary>Stores everything in <paramref name="commit"/> at once.</summary>
    /// <exception cref="ConflictException">A document was not as a <see cref="Put"/> expected; nothing was stored.</exception>
    Task<Committed> CommitAsync(Commit commit, CancellationToken cancellationToken);

    /// <summary>Rows of a stream after a position, oldest first; at most the newest <paramref name="limit"/> of them.</summary>
    Task<IReadOnlyList<StoredRow>> ReadRowsAsync(string stream, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Wake-ups that are due, hidden from every other caller for <paramref name="lease"/>.</summary>
    Task<IReadOnlyList<TakenWakeUp>> TakeAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken);

    /// <summary>When the earliest wake-up is due that nobody holds; null if there is none.</summary>
    Task<Instant?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>The wake-up was served.</summary>
    Task CompleteAsync(TakenWakeUp wakeUp, CancellationToken cancellationToken);

    /// <summary>The wake-up is to come again at <paramref name="due"/>.</summary>
    Task PutBackAsync(TakenWakeUp wakeUp, Instant due, CancellationToken cancellationToken);
}

/// <summary>A document as it lies in the store.</summary>
/// <param name="ETag">Changes with every put of the document.</param>
public sealed record StoredDocument(string Key, string ETag, ReadOnlyMemory<byte> Body);

/// <summary>A row of a stream; positions count from 1 without gaps.</summary>
public sealed record StoredRow(long Position, ReadOnlyMemory<byte> Body);

/// <summary>What is stored together.</summary>
public sealed record Commit(IReadOnlyList<Put> Puts, IReadOnlyList<WakeUp> WakeUps, IReadOnlyList<Append> Appends);

/// <summary>Writes a document, or deletes it where <paramref name="Body"/> is null.</summary>
/// <param name="Expected">The ETag it must have; <see cref="Absent"/>: it must not exist; null: whatever it is.</param>
public sealed record Put(string Key, ReadOnlyMemory<byte>? Body, string? Expected)
{
    public const string Absent = "";
}

/// <summary>Looks at a document again at an instant. Names the revision it belongs to, so that one that comes too early is told.</summary>
public sealed record WakeUp(string Document, int Revision, Instant Due);

/// <summary>A wake-up in somebody's hands until <paramref name="Until"/>.</summary>
public sealed record TakenWakeUp(string Id, WakeUp WakeUp, Instant Until);

/// <summary>A further row at the end of a stream.</summary>
public sealed record Append(string Stream, ReadOnlyMemory<byte> Body);

/// <summary>What a commit gave out, each in the order of its list.</summary>
public sealed record Committed(IReadOnlyList<string> ETags, IReadOnlyList<long> Positions);

/// <summary>Somebody else changed a document first. Load it again and decide again.</summary>
public sealed class ConflictException(string key) : Exception($"{key} was changed by somebody else.")
{
    public string Key { get; } = key;
}
