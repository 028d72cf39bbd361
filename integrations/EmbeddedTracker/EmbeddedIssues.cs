using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Integrations.EmbeddedTracker;

/// <summary>
/// The embedded tracker's issues as documents: the issue itself, once more as an entry while it is open, so that all of them are one read, and an
/// entry at the instant of its last change; always committed together.
/// </summary>
public sealed class EmbeddedIssues(IDocumentStore store)
{
    // A conflict means that somebody else got through, so a racer of this many gets through too.
    private const int Attempts = 50;

    // Every triage asks for the open issues, and from one to the next few have changed: the others are not parsed again.
    private readonly ConcurrentDictionary<string, IReadOnlyList<ParsedEntry>> lastOpen = new();

    public async Task<EmbeddedIssue?> FindAsync(string repository, int number, CancellationToken cancellationToken) =>
        await store.ReadAsync(new EmbeddedKeys(repository).Issue(number), cancellationToken) is { } document ? EmbeddedJson.Issue(document) : null;

    /// <summary>Open issues that bear all of the labels, newest first.</summary>
    public async Task<IReadOnlyList<EmbeddedIssue>> ListOpenAsync(string repository, IEnumerable<string> labels, int limit, CancellationToken cancellationToken)
    {
        for (var most = limit; ; most *= 4)
        {
            var entries = await store.ListAsync(new EmbeddedKeys(repository).OpenEntries, most, cancellationToken);
            var parsed = await ParsedAsync(repository, entries, cancellationToken);
            var open = parsed.Select(entry => entry.Issue).Where(issue => issue.Bears(labels)).Take(limit).ToList();
            if (open.Count == limit || entries.Count < most) return open;
        }
    }

    /// <summary>Issues that bear all of the labels and changed since then, the newest change first.</summary>
    public async Task<IReadOnlyList<EmbeddedIssue>> ListChangedAsync(string repository, IEnumerable<string> labels, Instant since, CancellationToken cancellationToken)
    {
        var keys = new EmbeddedKeys(repository);
        var last = keys.Changed(since, int.MaxValue);
        for (var limit = 100; ; limit *= 4)
        {
            var entries = await store.ListAsync(keys.ChangedEntries, limit, cancellationToken);
            var recent = entries.TakeWhile(e => string.CompareOrdinal(e.Key, last) <= 0).Select(e => EmbeddedKeys.NumberOfChanged(e.Key)).ToList();
            if (recent.Count == limit) continue;
            return await LoadAsync(repository, recent.Distinct(), labels, cancellationToken).Where(issue => issue.UpdatedAt >= since).ToListAsync(cancellationToken);
        }
    }

    /// <param name="make">The issue with the number that it gets.</param>
    internal Task<EmbeddedIssue> AddAsync(string repository, Func<int, EmbeddedIssue> make, CancellationToken cancellationToken) =>
        UntilCommittedAsync(async () =>
        {
            var keys = new EmbeddedKeys(repository);
            var counter = await store.ReadAsync(keys.Counter, cancellationToken);
            var next = new EmbeddedCounter(EmbeddedJson.Counter(counter).Last + 1);
            var issue = make(next.Last);
            Put count = new(keys.Counter, JsonSerializer.SerializeToUtf8Bytes(next, EmbeddedJson.Of.EmbeddedCounter), counter?.ETag ?? Put.Absent);
            await store.CommitAsync(new([count, .. Puts(keys, null, issue, Put.Absent)], [], []), cancellationToken);
            return issue;
        });

    /// <summary>The issue after the change; null where there is none of this number.</summary>
    internal Task<EmbeddedIssue?> ChangeAsync(string repository, int number, Func<EmbeddedIssue, EmbeddedIssue> change, CancellationToken cancellationToken) =>
        UntilCommittedAsync(async () =>
        {
            var keys = new EmbeddedKeys(repository);
            if (await store.ReadAsync(keys.Issue(number), cancellationToken) is not { } document) return null;
            var before = EmbeddedJson.Issue(document);
            var after = change(before);
            await store.CommitAsync(new([.. Puts(keys, before, after, document.ETag)], [], []), cancellationToken);
            return after;
        });

    private static IEnumerable<Put> Puts(EmbeddedKeys keys, EmbeddedIssue? before, EmbeddedIssue after, string expected)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(after, EmbeddedJson.Of.EmbeddedIssue);
        yield return new(keys.Issue(after.Number), body, expected);
        yield return after.Open ? new(keys.Open(after.Number), body, null) : Delete(keys.Open(after.Number));
        var changed = keys.Changed(after.UpdatedAt, after.Number);
        if (before is not null && keys.Changed(before.UpdatedAt, before.Number) is var old && old != changed) yield return Delete(old);
        yield return Entry(changed);
    }

    private static Put Entry(string key) => new(key, ReadOnlyMemory<byte>.Empty, null);

    private static Put Delete(string key) => new(key, null, null);

    private async Task<IReadOnlyList<ParsedEntry>> ParsedAsync(string repository, IReadOnlyList<StoredDocument> entries, CancellationToken cancellationToken)
    {
        var known = lastOpen.GetValueOrDefault(repository, []).ToDictionary(earlier => earlier.Entry);
        List<ParsedEntry> parsed = [];
        foreach (var entry in entries)
            if (known.TryGetValue((entry.Key, entry.ETag), out var earlier)) parsed.Add(earlier);
            else if (await IssueAsync(repository, entry, cancellationToken) is { } issue) parsed.Add(new((entry.Key, entry.ETag), issue));
        return lastOpen[repository] = parsed;
    }

    /// <summary>An entry of an earlier program was empty.</summary>
    private async Task<EmbeddedIssue?> IssueAsync(string repository, StoredDocument entry, CancellationToken cancellationToken) => entry.Body.IsEmpty
        ? await FindAsync(repository, EmbeddedKeys.NumberOfOpen(entry.Key), cancellationToken)
        : EmbeddedJson.Issue(entry);

    private async IAsyncEnumerable<EmbeddedIssue> LoadAsync(
        string repository, IEnumerable<int> numbers, IEnumerable<string> labels, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var number in numbers)
            if (await FindAsync(repository, number, cancellationToken) is { } issue && issue.Bears(labels)) yield return issue;
    }

    private static async Task<T> UntilCommittedAsync<T>(Func<Task<T>> commit)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await commit();
            }
            catch (ConflictException) when (attempt < Attempts)
            {
            }
        }
    }

    /// <param name="Entry">The entry's key and ETag. A change of the issue changes its entry too.</param>
    private sealed record ParsedEntry((string Key, string ETag) Entry, EmbeddedIssue Issue);
}
