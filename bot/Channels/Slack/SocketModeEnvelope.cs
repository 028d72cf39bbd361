using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>What comes over Socket Mode: something of Slack's own, as <c>hello</c>, or what would else have come over HTTP.</summary>
internal sealed record SocketModeEnvelope
{
    public string? Type { get; init; }

    /// <summary>To be said back; Slack's own messages have none.</summary>
    public string? EnvelopeId { get; init; }

    /// <summary>As the body over HTTP.</summary>
    public JsonElement Payload { get; init; }

    /// <summary>What is to be shown may be said with the acknowledgement.</summary>
    public bool AcceptsResponsePayload { get; init; }

    /// <summary>Why the connection is to end.</summary>
    public string? Reason { get; init; }

    public ReadOnlyMemory<byte> PayloadBytes => Payload.ValueKind == JsonValueKind.Undefined ? default : JsonMarshal.GetRawUtf8Value(Payload).ToArray();

    /// <param name="json">What Slack is to do; null: nothing.</param>
    public byte[] Acknowledgement(string? json)
    {
        using var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written))
        {
            writer.WriteStartObject();
            writer.WriteString("envelope_id", EnvelopeId);
            if (AcceptsResponsePayload && json is not null)
            {
                writer.WritePropertyName("payload");
                writer.WriteRawValue(json);
            }

            writer.WriteEndObject();
        }

        return written.ToArray();
    }
}
