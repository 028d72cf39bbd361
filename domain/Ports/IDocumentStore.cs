using NodaTime;

namespace Hausmeister.Domain.Ports;

/// <summary>
/// Keeps documents, the wake-ups that they owe, and streams of rows. One <see cref="CommitAsync"/> stores all three or nothing.
/// Every call may throw a <see cref="StorageException"/>. Limits are not negative.
/// </summary>
public interface IDocumentStore
{
    /// <summary>The document, or null if there is none.</summary>
    Task<StoredDocument?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Documents whose key begins with <paramref name="prefix"/>, character for character, in the order of their keys' UTF-8 bytes.</summary>
    Task<IReadOnlyList<StoredDocument>> ListAsync(string prefix, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Stores everything in <paramref name="commit"/> at once, puts in their order. When the call returns, it is durable and every reader sees it;
    /// a commit that has begun is no longer cancelled, so the caller learns its outcome.
    /// </summary>
    /// <exception cref="ConflictException">A document was not as a <see cref="Put"/> expected; nothing was stored.</exception>
    Task<Committed> CommitAsync(Commit commit, CancellationToken cancellationToken);

    /// <summary>Rows of a stream after a position, oldest first; at most the newest <paramref name="limit"/> of them.</summary>
    Task<IReadOnlyList<StoredRow>> ReadRowsAsync(string stream, long after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// At most <paramref name="limit"/> wake-ups that are due, the earliest first, hidden from every other caller until
    /// <paramref name="now"/> + <paramref name="lease"/>. After that whoever asks gets them again, in line from the end of the lease.
    /// </summary>
    Task<IReadOnlyList<TakenWakeUp>> TakeAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken);

    /// <summary>When <see cref="TakeAsync"/> next finds something: a wake-up that nobody holds is due, or a lease ends. Null if there is no wake-up.</summary>
    Task<Instant?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>The wake-up was served and does not come again. Does nothing if somebody else took it after our lease had ended.</summary>
    Task CompleteAsync(TakenWakeUp wakeUp, CancellationToken cancellationToken);

    /// <summary>The wake-up is to come again at <paramref name="due"/>. Does nothing if somebody else took it after our lease had ended.</summary>
    Task PutBackAsync(TakenWakeUp wakeUp, Instant due, CancellationToken cancellationToken);

    /// <summary>Proves, cheaply enough for a readiness probe, that the store can be written and read.</summary>
    /// <exception cref="StorageException">It cannot.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}

/// <summary>A document as it lies in the store.</summary>
/// <param name="ETag">Changes with every put of the document, and is not given out again after a delete.</param>
public sealed record StoredDocument(string Key, string ETag, ReadOnlyMemory<byte> Body);

/// <summary>A row of a stream; positions count from 1 without gaps; a <see cref="Trim"/> takes the first ones away.</summary>
public sealed record StoredRow(long Position, ReadOnlyMemory<byte> Body);

/// <summary>What is stored together.</summary>
public sealed record Commit(IReadOnlyList<Put> Puts, IReadOnlyList<WakeUp> WakeUps, IReadOnlyList<Append> Appends)
{
    /// <summary>Carried out after the appends.</summary>
    public IReadOnlyList<Trim> Trims { get; init; } = [];
}

/// <summary>Writes a document, or deletes it where <paramref name="Body"/> is null.</summary>
/// <param name="Expected">The ETag it must have; <see cref="Absent"/>: it must not exist; null: whatever it is.</param>
public sealed record Put(string Key, ReadOnlyMemory<byte>? Body, string? Expected)
{
    /// <summary>The ETag of a document that does not exist.</summary>
    public const string Absent = "";
}

/// <summary>Looks at a document again at an instant. Names the revision it belongs to, so that one that comes too early is told.</summary>
public sealed record WakeUp(string Document, int Revision, Instant Due);

/// <summary>A wake-up in somebody's hands until <paramref name="Until"/>.</summary>
public sealed record TakenWakeUp(string Id, WakeUp WakeUp, Instant Until);

/// <summary>A further row at the end of a stream.</summary>
public sealed record Append(string Stream, ReadOnlyMemory<byte> Body);

/// <summary>Deletes a stream's rows up to a position. The stream's last row stays whatever <paramref name="UpTo"/> says, so that positions go on from it.</summary>
public sealed record Trim(string Stream, long UpTo);

/// <summary>What a commit gave out, each in the order of its list.</summary>
/// <param name="ETags">Of the puts; <see cref="Put.Absent"/> for a delete.</param>
/// <param name="Positions">Of the appended rows.</param>
public sealed record Committed(IReadOnlyList<string> ETags, IReadOnlyList<long> Positions);

/// <summary>Somebody else changed a document first. Load it again and decide again.</summary>
public sealed class ConflictException(string key) : Exception($"{key} was changed by somebody else.")
{
    public string Key { get; } = key;
}
