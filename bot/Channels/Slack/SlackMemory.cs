using System.Text.Json;
using System.Text.Json.Serialization;
using AdaptiveCards;
using Hausmeister.Bot.Hosting;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Kept for as long as somebody may need it.</summary>
internal abstract record SlackNeeded
{
    /// <summary>When somebody did last, to a day. Null in documents of before retention.</summary>
    public DateTimeOffset? Needed { get; init; }
}

/// <summary>What a button has no room for.</summary>
internal sealed record SlackKept(string Content) : SlackNeeded;

/// <summary>A message whose fields or whole text are to be shown in a modal.</summary>
/// <param name="Conversation">Where an answer to it goes.</param>
/// <param name="Card">The card that it shows.</param>
internal sealed record SlackTappable(string Conversation, JsonElement Card) : SlackNeeded
{
    public AdaptiveCard ToCard() => AdaptiveCard.FromJson(Card.GetRawText()).Card;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SlackKept))]
[JsonSerializable(typeof(SlackTappable))]
[JsonSerializable(typeof(SlackLate))]
internal sealed partial class SlackDocumentJson : JsonSerializerContext;

/// <summary>The kinds of documents that are kept for Slack.</summary>
internal static class SlackDocuments
{
    private static readonly SlackDocumentJson Json = new(new JsonSerializerOptions(SlackDocumentJson.Default.Options).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb));

    public static DocumentType<SlackKept> Kept { get; } = new("slack-kept", Json.SlackKept);

    public static DocumentType<SlackTappable> Message { get; } = new("slack-message", Json.SlackTappable);

    public static DocumentType<SlackLate> Late { get; } = new("slack-late", Json.SlackLate);
}

/// <summary>
/// What a tap in Slack does not bring along. It is kept as long as conversations are after somebody needed it last; that of a message that has
/// become one without fields goes at once.
/// </summary>
internal sealed class SlackMemory(IDocumentStore store, TimeProvider time, [FromKeyedServices(HouseClock.Real)] TimeProvider real)
{
    private const int MostAttempts = 5;
    private const int MostLooks = 10;

    /// <summary>Slack waits for three seconds in all.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    /// <summary>It is not written again at each tap.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    /// <summary>Before the message is sent, so that no button leads nowhere. The same content has the same key.</summary>
    public async Task KeepAsync(IReadOnlyDictionary<string, string> contents, CancellationToken cancellationToken)
    {
        foreach (var (key, content) in contents)
        {
            if (await FindAsync(SlackDocuments.Kept, Keys.Kept(KnownChannels.Slack, key), cancellationToken) is not null)
                continue;
            var work = new Work(store);
            Save(work, SlackDocuments.Kept, Keys.Kept(KnownChannels.Slack, key), new SlackKept(content));
            // Whoever was faster has kept the same.
            await work.TryCommitAsync(cancellationToken);
        }
    }

    /// <summary>Null where nothing is kept under the key.</summary>
    public async Task<string?> KeptAsync(string key, CancellationToken cancellationToken) =>
        (await FindAsync(SlackDocuments.Kept, Keys.Kept(KnownChannels.Slack, key), cancellationToken))?.Content;

    /// <param name="message">Its id, as <see cref="SlackPlaces.Message"/> makes it.</param>
    public Task<SlackTappable?> MessageAsync(string message, CancellationToken cancellationToken) =>
        FindAsync(SlackDocuments.Message, Keys.Tappable(KnownChannels.Slack, message), cancellationToken);

    /// <summary>The same for a tap that needs it: people see a message before whoever sent it can note it, so it is waited for, a second at most.</summary>
    public async Task<SlackTappable?> TappedAsync(string message, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            var known = await MessageAsync(message, cancellationToken);
            if (known is not null || look == MostLooks)
                return known;
            await Task.Delay(Moment, real, cancellationToken);
        }
    }

    /// <param name="tappable">Null: nothing is to be known of it any more. A conversation that is known already stays.</param>
    public async Task NoteAsync(string message, SlackTappable? tappable, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var (work, document) = (new Work(store), Keys.Tappable(KnownChannels.Slack, message));
            var known = await work.LoadAsync(SlackDocuments.Message, document, cancellationToken);
            if (tappable is not null)
                Save(work, SlackDocuments.Message, document, tappable with { Conversation = known?.Conversation ?? tappable.Conversation, Needed = known?.Needed });
            else if (known is not null)
                Delete(work, document, known);
            if (work.IsEmpty || await work.TryCommitAsync(cancellationToken))
                return;
        }
    }

    /// <summary>Whoever finds it needs it.</summary>
    private async Task<T?> FindAsync<T>(DocumentType<T> type, string key, CancellationToken cancellationToken)
        where T : SlackNeeded
    {
        var work = new Work(store);
        var found = await work.LoadAsync(type, key, cancellationToken);
        if (found is null || time.GetUtcNow() - found.Needed < Recent)
            return found;
        Save(work, type, key, found);
        // Where somebody else was faster, they needed it too.
        await work.TryCommitAsync(cancellationToken);
        return found;
    }

    private void Save<T>(Work work, DocumentType<T> type, string key, T document)
        where T : SlackNeeded
    {
        var now = time.GetUtcNow();
        RemoveEntry(work, key, document);
        work.Save(type, key, document with { Needed = now });
        work.Enter(Keys.Needed(KnownChannels.Slack, Instant.FromDateTimeOffset(now), key));
    }

    private static void Delete(Work work, string key, SlackNeeded document)
    {
        RemoveEntry(work, key, document);
        work.Delete(key);
    }

    private static void RemoveEntry(Work work, string key, SlackNeeded document)
    {
        if (document.Needed is { } needed)
            work.Remove(Keys.Needed(KnownChannels.Slack, Instant.FromDateTimeOffset(needed), key));
    }
}
