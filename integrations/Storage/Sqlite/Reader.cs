using Hausmeister.Domain.Ports;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>The queries on one read-only connection. Each is a single statement, so each sees one committed state.</summary>
internal sealed class Reader(SqliteConnection connection)
{
    private readonly Statement document = new(connection, "SELECT key, version, body FROM documents WHERE key = $key");
    private readonly Statement documents = new(connection, "SELECT key, version, body FROM documents WHERE key >= $prefix ORDER BY key LIMIT $limit");
    private readonly Statement rows = new(connection, "SELECT position, body FROM rows WHERE stream = $stream AND position > $after ORDER BY position DESC LIMIT $limit");
    private readonly Statement nextDue = new(connection, "SELECT min(coalesce(until, due)) FROM wake_ups");

    public StoredDocument? Document(string key) => document.Rows(ReadDocument, ("$key", key)).SingleOrDefault();

    // Keys with one prefix stand together, from the prefix itself on; so no pattern and nothing to escape.
    public IReadOnlyList<StoredDocument> Documents(string prefix, int limit) =>
        documents.Rows(ReadDocument, found => found.Key.StartsWith(prefix, StringComparison.Ordinal), ("$prefix", prefix), ("$limit", limit));

    public IReadOnlyList<StoredRow> Rows(string stream, long after, int limit)
    {
        var newestFirst = rows.Rows(row => new StoredRow(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), ("$stream", stream), ("$after", after), ("$limit", limit));
        newestFirst.Reverse();
        return newestFirst;
    }

    public Instant? NextDue() => nextDue.Number() is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null;

    private static StoredDocument ReadDocument(SqliteDataReader row) => new(row.GetString(0), ETag.Of(row.GetInt64(1)), row.GetFieldValue<byte[]>(2));
}
