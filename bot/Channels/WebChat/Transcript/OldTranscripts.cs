using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Microsoft.Bot.Schema;
using NodaTime;

namespace Hausmeister.Bot.Channels.WebChat.Transcript;

/// <summary>Empties transcripts in which nobody has written for long.</summary>
internal sealed class OldTranscripts(IDocumentStore store)
{
    /// <summary>The name of the one row that stays: it says nothing, and positions go on from it.</summary>
    public const string Forgotten = "forgotten";

    /// <summary>When somebody, Hausmeister included, wrote last; null: never, or it is forgotten.</summary>
    public async Task<Instant?> LastUseAsync(string conversation, CancellationToken cancellationToken) =>
        await NewestAsync(conversation, cancellationToken) is { } newest ? Instant.FromDateTimeOffset(newest.Row.Timestamp) : null;

    /// <summary>What is written meanwhile stays.</summary>
    public async Task ForgetAsync(Work work, string conversation, CancellationToken cancellationToken)
    {
        if (await NewestAsync(conversation, cancellationToken) is not { } newest)
            return;
        var author = new RowAuthor(WebChatPlaces.Bot.Id, WebChatPlaces.Bot.Name, RoleTypes.Bot);
        work.Append(Transcripts.Row(conversation, new() { Type = ActivityTypes.Event, Id = Forgotten, Name = Forgotten, Timestamp = newest.Row.Timestamp, From = author }));
        work.Trim(WebChatPlaces.Stream(conversation), newest.Position);
    }

    private async Task<(long Position, TranscriptRow Row)?> NewestAsync(string conversation, CancellationToken cancellationToken) =>
        await Transcripts.NewestAsync(store, conversation, cancellationToken) is { Row.Name: not Forgotten } newest ? newest : null;
}
