using Hausmeister.Domain.Ports;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>What changes the tables, inside whatever transaction is open on the one connection that writes.</summary>
internal sealed class Writer(SqliteConnection connection)
{
    private readonly Statement version = new(connection, "SELECT version FROM documents WHERE key = $key");
    private readonly Statement put = new(connection, "INSERT OR REPLACE INTO documents (key, body) VALUES ($key, $body) RETURNING version");
    private readonly Statement delete = new(connection, "DELETE FROM documents WHERE key = $key");
    private readonly Statement append = new(connection, """
        INSERT INTO rows (stream, position, body)
        SELECT $stream, coalesce(max(position), 0) + 1, $body FROM rows WHERE stream = $stream RETURNING position
        """);
    private readonly Statement trim = new(connection, """
        DELETE FROM rows WHERE stream = $stream AND position <= $upTo AND position < (SELECT max(position) FROM rows WHERE stream = $stream)
        """);
    private readonly Statement wake = new(connection, "INSERT INTO wake_ups (document, revision, due) VALUES ($document, $revision, $due)");
    private readonly Statement take = new(connection, """
        UPDATE wake_ups SET until = $until
        WHERE id IN (SELECT id FROM wake_ups WHERE coalesce(until, due) <= $now ORDER BY coalesce(until, due), id LIMIT $limit)
        RETURNING id, document, revision, due
        """);

    // A lease is known by its wake-up and its end: a later one of the same wake-up begins when this one ends, so it ends later.
    private readonly Statement complete = new(connection, "DELETE FROM wake_ups WHERE id = $id AND until = $until");
    private readonly Statement putBack = new(connection, "UPDATE wake_ups SET due = $due, until = NULL WHERE id = $id AND until = $until");
    private readonly Statement touch = new(connection, $"PRAGMA user_version = {Schema.Current.Version}");

    /// <exception cref="ConflictException">Part of the commit may have been stored by then; the caller rolls it back.</exception>
    public Committed Store(Commit commit)
    {
        string[] etags = [.. commit.Puts.Select(Store)];
        foreach (var (document, revision, due) in commit.WakeUps)
        {
            wake.Run(("$document", document), ("$revision", revision), ("$due", due.ToUnixTimeTicks()));
        }

        long[] positions = [.. commit.Appends.Select(row => append.Number(("$stream", row.Stream), ("$body", row.Body.ToArray()))!.Value)];
        foreach (var (stream, upTo) in commit.Trims)
        {
            trim.Run(("$stream", stream), ("$upTo", upTo));
        }

        return new(etags, positions);
    }

    public IReadOnlyList<TakenWakeUp> Take(Instant now, Duration lease, int limit)
    {
        var until = (now + lease).ToUnixTimeTicks();
        var taken = take.Rows(row => Taken(row, until), ("$now", now.ToUnixTimeTicks()), ("$until", until), ("$limit", limit));
        return [.. taken.OrderBy(wakeUp => wakeUp.WakeUp.Due)];
    }

    public void Complete(TakenWakeUp taken) => complete.Run(("$id", taken.Id), ("$until", taken.Until.ToUnixTimeTicks()));

    public void PutBack(TakenWakeUp taken, Instant due) =>
        putBack.Run(("$id", taken.Id), ("$until", taken.Until.ToUnixTimeTicks()), ("$due", due.ToUnixTimeTicks()));

    /// <summary>Writes what is there already: a page goes to the disk, and nothing changes.</summary>
    public void Touch() => touch.Run();

    private string Store(Put change)
    {
        if (change.Expected is { } expected && expected != ETag.Of(version.Number(("$key", change.Key))))
        {
            throw new ConflictException(change.Key);
        }

        if (change.Body is { } body)
        {
            return ETag.Of(put.Number(("$key", change.Key), ("$body", body.ToArray())));
        }

        delete.Run(("$key", change.Key));
        return Put.Absent;
    }

    private static TakenWakeUp Taken(SqliteDataReader row, long until) => new(
        row.GetString(0),
        new(row.GetString(1), row.GetInt32(2), Instant.FromUnixTimeTicks(row.GetInt64(3))),
        Instant.FromUnixTimeTicks(until));
}
