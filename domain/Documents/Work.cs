using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Domain.Documents;

/// <summary>
/// What one turn or one duty reads and means to write. Everything is stored by one commit, or nothing: when somebody else
/// was faster, <see cref="CommitAsync"/> throws <see cref="ConflictException"/> and the work is done again with a new one.
/// </summary>
public sealed class Work(IDocumentStore store)
{
    private readonly Dictionary<string, string> etags = [];
    private readonly Dictionary<string, object?> loaded = [];
    private readonly Dictionary<string, Put> puts = [];
    private readonly List<WakeUp> wakeUps = [];
    private readonly List<Append> appends = [];
    private readonly List<Trim> trims = [];

    public IDocumentStore Store => store;

    /// <summary>The document as this work sees it: as saved here, else as stored; null if there is none.</summary>
    public async Task<T?> LoadAsync<T>(DocumentType<T> type, string key, CancellationToken cancellationToken)
        where T : class
    {
        if (loaded.TryGetValue(key, out var seen))
            return (T?)seen;
        var stored = await store.ReadAsync(key, cancellationToken);
        etags[key] = stored?.ETag ?? Put.Absent;
        var document = stored is null ? null : type.Read(stored.Body);
        loaded[key] = document;
        return document;
    }

    /// <summary>Stores the document, which must not have changed since this work loaded it. What it owes is scheduled.</summary>
    public void Save<T>(DocumentType<T> type, string key, T document)
        where T : class
    {
        loaded[key] = document;
        puts[key] = new Put(key, type.Write(document), etags.GetValueOrDefault(key, Put.Absent));
        if (document is IOwing { NextDue: { } due } owing)
            Wake(new WakeUp(key, owing.Revision, due));
    }

    /// <summary>The documents of a kind that this work stores.</summary>
    public IEnumerable<T> Saved<T>() => puts.Keys.Select(key => loaded.GetValueOrDefault(key)).OfType<T>();

    /// <summary>An entry of an index: an empty document, found by the beginning of its key.</summary>
    public void Enter(string key) => puts[key] = new Put(key, ReadOnlyMemory<byte>.Empty, null);

    public void Remove(string key) => puts[key] = new Put(key, null, null);

    /// <summary>Deletes a document, which must not have changed since this work loaded it.</summary>
    public void Delete(string key) => puts[key] = new Put(key, null, etags[key]);

    /// <summary>Deletes a stream's rows up to a position; see <see cref="Ports.Trim"/>.</summary>
    public void Trim(string stream, long upTo) => trims.Add(new Trim(stream, upTo));

    public void Append(Append append) => appends.Add(append);

    private void Wake(WakeUp wakeUp)
    {
        wakeUps.RemoveAll(w => w.Document == wakeUp.Document);
        wakeUps.Add(wakeUp);
    }

    public bool IsEmpty => puts.Count == 0 && appends.Count == 0;

    /// <exception cref="ConflictException">Somebody else was faster; nothing was stored.</exception>
    public Task<Committed> CommitAsync(CancellationToken cancellationToken) =>
        store.CommitAsync(new Commit([.. puts.Values], wakeUps, appends) { Trims = trims }, cancellationToken);

    /// <summary>False where somebody else was faster and nothing was stored.</summary>
    public async Task<bool> TryCommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CommitAsync(cancellationToken);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
