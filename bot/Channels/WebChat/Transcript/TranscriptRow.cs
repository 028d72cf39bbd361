using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hausmeister.Bot.Channels.WebChat.Transcript;

/// <summary>One row of a transcript: an activity with the members that Web Chat reads.</summary>
internal sealed record TranscriptRow
{
    public required string Type { get; init; }

    /// <summary>The message's id. A later row with the same id is the message's new form.</summary>
    public required string Id { get; init; }

    /// <summary>When it was said. It orders the rows, so whoever reads an update gives it the time of its message's first row.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>It replaces an earlier row; null where it does not.</summary>
    public bool? IsUpdate { get; init; }

    public required RowAuthor From { get; init; }

    /// <summary>Of an event: what it says.</summary>
    public string? Name { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? Speak { get; init; }

    public string? AttachmentLayout { get; init; }

    public IReadOnlyList<RowAttachment>? Attachments { get; init; }

    public RowSuggestions? SuggestedActions { get; init; }

    public RowChannelData? ChannelData { get; init; }
}

/// <param name="Role"><c>user</c> or <c>bot</c>.</param>
internal sealed record RowAuthor(string Id, string Name, string Role);

internal sealed record RowAttachment(string ContentType, JsonElement Content);

internal sealed record RowSuggestions(IReadOnlyList<RowSuggestion> Actions);

internal sealed record RowSuggestion(string Type, string? Title, string? Value);

/// <param name="ClientActivityId">Tells Web Chat that this is the message which it shows already.</param>
/// <param name="FallbackText">What a screen reader says of a message that is only a card.</param>
internal sealed record RowChannelData(
    [property: JsonPropertyName("clientActivityID")] string? ClientActivityId, [property: JsonPropertyName("webchat:fallback-text")] string? FallbackText);

/// <summary>A part of a transcript.</summary>
/// <param name="Watermark">The position of its last row; what follows is read after it.</param>
internal sealed record ActivitySet(IReadOnlyList<TranscriptRow> Activities, string Watermark);
