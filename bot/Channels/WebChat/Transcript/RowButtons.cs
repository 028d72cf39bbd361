using System.Text.Json;
using Hausmeister.Bot.Turns;

namespace Hausmeister.Bot.Channels.WebChat.Transcript;

/// <summary>The buttons in a row's cards.</summary>
internal static class RowButtons
{
    public static IEnumerable<(string? Verb, string Id)> Of(TranscriptRow row) => (row.Attachments ?? []).SelectMany(attachment => In(attachment.Content));

    /// <summary>A card of ours: whatever has data with a verb is a button, wherever it stands.</summary>
    private static IEnumerable<(string? Verb, string Id)> In(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.TryGetProperty("data", out var data) ? [Button(data)] : part.EnumerateObject().SelectMany(member => In(member.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(In),
        _ => [],
    };

    private static (string? Verb, string Id) Button(JsonElement data) => (Text(data, "verb"), Text(data, "id") ?? "");

    private static string? Text(JsonElement data, string member) => data.Member(member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
