using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Channels.WebChat.Transcript;

/// <summary>Reads transcripts out of the store, as a Direct Line client wants them.</summary>
internal sealed class Transcripts(IDocumentStore store)
{
    // Each further row costs Web Chat more than the one before: 500 take it ten seconds.
    private const int Replayed = 100;

    // An open page may show more than it was given at first.
    private const int LookedThrough = 500;

    /// <summary>When the messages were said that have been updated since.</summary>
    private readonly ConcurrentDictionary<(string Stream, string Id), DateTimeOffset> said = new();

    public static Append Row(string conversation, TranscriptRow row) =>
        new(WebChatPlaces.Stream(conversation), JsonSerializer.SerializeToUtf8Bytes(row, WebChatJson.Default.TranscriptRow));

    public async Task<bool> IsEmptyAsync(string conversation, CancellationToken cancellationToken) =>
        await NewestAsync(store, conversation, cancellationToken) is null or { Row.Name: OldTranscripts.Forgotten };

    /// <summary>The last row that was written; null: there is none.</summary>
    public static async Task<(long Position, TranscriptRow Row)?> NewestAsync(IDocumentStore store, string conversation, CancellationToken cancellationToken) =>
        await store.ReadRowsAsync(WebChatPlaces.Stream(conversation), 0, 1, cancellationToken) is [var newest] ? (newest.Position, Parse(newest)) : null;

    /// <summary>The rows after a position, at most the newest hundred.</summary>
    public async Task<ActivitySet> ReadAsync(string conversation, long after, CancellationToken cancellationToken)
    {
        var stream = WebChatPlaces.Stream(conversation);
        var stored = await store.ReadRowsAsync(stream, after, Replayed, cancellationToken);
        var rows = stored.Select(Parse).ToList();
        Learn(stream, rows, rows);
        if (rows.Exists(row => IsOutOfPlace(stream, row)))
            Learn(stream, [.. (await store.ReadRowsAsync(stream, 0, int.MaxValue, cancellationToken)).Select(Parse)], rows);
        return new ActivitySet(
            [.. rows.Select(row => row.IsUpdate is true ? row with { Timestamp = said.GetValueOrDefault((stream, row.Id), row.Timestamp) } : row)],
            (stored.Count > 0 ? stored[^1].Position : after).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether one of the conversation's newest rows is a form of this message that has such a button.</summary>
    public async Task<bool> HasOfferedAsync(string conversation, string message, string verb, string id, CancellationToken cancellationToken)
    {
        var rows = await store.ReadRowsAsync(WebChatPlaces.Stream(conversation), 0, LookedThrough, cancellationToken);
        return rows.Select(Parse).Any(row => row.Id == message && RowButtons.Of(row).Contains((verb, id)));
    }

    private bool IsOutOfPlace(string stream, TranscriptRow row) => row.IsUpdate is true && !said.ContainsKey((stream, row.Id));

    /// <summary>An update keeps its message's place, which the time of the message's first row decides.</summary>
    private void Learn(string stream, List<TranscriptRow> known, List<TranscriptRow> wanted)
    {
        var updated = wanted.Where(row => IsOutOfPlace(stream, row)).Select(row => row.Id).ToHashSet();
        foreach (var row in known.Where(row => row.IsUpdate is not true && updated.Contains(row.Id)))
            said.TryAdd((stream, row.Id), row.Timestamp);
    }

    private static TranscriptRow Parse(StoredRow row) => JsonSerializer.Deserialize(row.Body.Span, WebChatJson.Default.TranscriptRow)!;
}
