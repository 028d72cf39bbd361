using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hausmeister.Bot.Channels.WebChat.DirectLine;

/// <summary>What a client posts; the members that we use.</summary>
internal sealed record IncomingActivity
{
    public string? Type { get; init; }

    public string? Text { get; init; }

    /// <summary>Of a tap: the button's data and the card's inputs.</summary>
    public JsonElement? Value { get; init; }

    public IncomingChannelData? ChannelData { get; init; }
}

internal sealed record IncomingChannelData([property: JsonPropertyName("clientActivityID")] string? ClientActivityId);

internal sealed record ConversationAnswer(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl);

internal sealed record PostedAnswer(string Id);

internal sealed record ErrorAnswer(ErrorDetail Error);

internal sealed record ErrorDetail(string Code, string Message);
