using System.Collections.Immutable;
using System.Globalization;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Tests.Storage;

/// <summary>The document store for tests of what stands on it. <see cref="DocumentStoreContract"/> holds it to what SQLite does.</summary>
public sealed class InMemoryDocumentStore : IDocumentStore
{
    private sealed record WakeUpRow(WakeUp WakeUp, Instant? Until)
    {
        public Instant Visible => Until ?? WakeUp.Due;
    }

    private readonly Lock gate = new();
    private ImmutableSortedDictionary<string, StoredDocument> documents =
        ImmutableSortedDictionary.Create<string, StoredDocument>(Comparer<string>.Create(CompareUtf8));
    private ImmutableDictionary<string, ImmutableList<StoredRow>> rows = ImmutableDictionary<string, ImmutableList<StoredRow>>.Empty;
    private ImmutableSortedDictionary<int, WakeUpRow> wakeUps = ImmutableSortedDictionary<int, WakeUpRow>.Empty;
    private int lastETag;
    private int lastWakeUp;

    /// <summary>Every commit that was stored, in order.</summary>
    public ImmutableList<Commit> Commits { get; private set; } = [];

    /// <summary>The wake-ups that have not been served.</summary>
    public IEnumerable<WakeUp> WakeUps => wakeUps.Values.Select(row => row.WakeUp);

    public Task<StoredDocument?> ReadAsync(string key, CancellationToken cancellationToken) => Locked(() => documents.GetValueOrDefault(key), cancellationToken);

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string prefix, int limit, CancellationToken cancellationToken) => Locked<IReadOnlyList<StoredDocument>>(
        () => [.. documents.Values.Where(document => document.Key.StartsWith(prefix, StringComparison.Ordinal)).Take(limit)], cancellationToken);

    public Task<Committed> CommitAsync(Commit commit, CancellationToken cancellationToken) => Locked(() => Store(commit), cancellationToken);

    public Task<IReadOnlyList<StoredRow>> ReadRowsAsync(string stream, long after, int limit, CancellationToken cancellationToken) => Locked<IReadOnlyList<StoredRow>>(
        () => [.. rows.GetValueOrDefault(stream, []).Where(row => row.Position > after).TakeLast(limit)], cancellationToken);

    public Task<IReadOnlyList<TakenWakeUp>> TakeAsync(Instant now, Duration lease, int limit, CancellationToken cancellationToken) => Locked<IReadOnlyList<TakenWakeUp>>(
        () =>
        {
            var due = wakeUps.Where(row => row.Value.Visible <= now).OrderBy(row => row.Value.Visible).Take(limit).OrderBy(row => row.Value.WakeUp.Due).ToArray();
            wakeUps = wakeUps.SetItems(due.Select(row => KeyValuePair.Create(row.Key, row.Value with { Until = now + lease })));
            return [.. due.Select(row => new TakenWakeUp(row.Key.ToString(CultureInfo.InvariantCulture), row.Value.WakeUp, now + lease))];
        },
        cancellationToken);

    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) =>
        Locked(() => wakeUps.Values.Min(row => (Instant?)row.Visible), cancellationToken);

    public Task CompleteAsync(TakenWakeUp wakeUp, CancellationToken cancellationToken) => Held(wakeUp, id => wakeUps = wakeUps.Remove(id), cancellationToken);

    public Task PutBackAsync(TakenWakeUp wakeUp, Instant due, CancellationToken cancellationToken) =>
        Held(wakeUp, id => wakeUps = wakeUps.SetItem(id, new(wakeUp.WakeUp with { Due = due }, null)), cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Committed Store(Commit commit)
    {
        var changed = documents;
        List<string> etags = [];
        foreach (var put in commit.Puts)
        {
            var etag = changed.GetValueOrDefault(put.Key)?.ETag ?? Put.Absent;
            if (put.Expected is { } expected && expected != etag)
            {
                throw new ConflictException(put.Key);
            }

            etags.Add(put.Body is null ? Put.Absent : (++lastETag).ToString(CultureInfo.InvariantCulture));
            changed = put.Body is { } body ? changed.SetItem(put.Key, new(put.Key, etags[^1], body.ToArray())) : changed.Remove(put.Key);
        }

        documents = changed;
        wakeUps = wakeUps.AddRange(commit.WakeUps.Select(wakeUp => KeyValuePair.Create(++lastWakeUp, new WakeUpRow(wakeUp, null))));
        Commits = Commits.Add(commit);
        long[] positions = [.. commit.Appends.Select(Store)];
        foreach (var (stream, upTo) in commit.Trims)
        {
            rows = rows.SetItem(stream, rows.GetValueOrDefault(stream, []) is [.., var last] all ? all.RemoveAll(row => row.Position <= upTo && row != last) : []);
        }

        return new(etags, positions);
    }

    private long Store(Append append)
    {
        var stream = rows.GetValueOrDefault(append.Stream, []);
        var position = stream is [.., var last] ? last.Position + 1 : 1;
        rows = rows.SetItem(append.Stream, stream.Add(new(position, append.Body.ToArray())));
        return position;
    }

    private Task<bool> Held(TakenWakeUp taken, Action<int> change, CancellationToken cancellationToken) => Locked(
        () =>
        {
            var id = int.Parse(taken.Id, CultureInfo.InvariantCulture);
            if (wakeUps.GetValueOrDefault(id)?.Until == taken.Until)
            {
                change(id);
            }

            return true;
        },
        cancellationToken);

    private async Task<T> Locked<T>(Func<T> action, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.CompletedTask;
        lock (gate)
        {
            return action();
        }
    }

    /// <summary>As their UTF-8 compares. It is the order of their characters, but that what UTF-16 writes as surrogates comes last.</summary>
    private static int CompareUtf8(string? left, string? right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        return same == left!.Length || same == right!.Length ? left.Length - right!.Length : Rank(left[same]) - Rank(right[same]);

        static int Rank(char character) => char.IsSurrogate(character) ? character + char.MaxValue : character;
    }
}
