using System.Buffers;
using System.Text.Json;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards.Rendering;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>The data of a button or a modal, with what only the channel wants to know of it.</summary>
/// <param name="Json">What the bot gets: without the key, the place and the mark of a form.</param>
/// <param name="Key">Under it the data is kept, where it was too long.</param>
/// <param name="OpensForm">The button does nothing but open the fields.</param>
/// <param name="Place">Where what a modal belongs to stands; null: it does not say.</param>
internal sealed record SlackData(JsonElement Json, string? Key, bool OpensForm, SlackPlace? Place)
{
    private const string KeyMember = "k";
    private const string FormMember = "form";
    private const string ChannelMember = "channel";
    private const string TsMember = "ts";
    private const string ThreadMember = "thread";
    private const string ViewerMember = "viewer";
    private const int LongestKey = 64;

    /// <summary>Null where it is no JSON object.</summary>
    public static SlackData? Parse(string? json)
    {
        try
        {
            return PlainJson.Of(JsonElement.Parse(json ?? "")) is { ValueKind: JsonValueKind.Object } data ? Of(data) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SlackData Of(JsonElement data) => new(
        Without(data),
        Text(data, KeyMember) is { Length: <= LongestKey } key ? key : null,
        data.TryGetProperty(FormMember, out var form) && form.ValueKind == JsonValueKind.True,
        PlaceOf(data));

    /// <summary>What the bot wants to do.</summary>
    public string? Verb => Text(Json, "verb");

    private static SlackPlace? PlaceOf(JsonElement data) =>
        new SlackPlace(Text(data, ChannelMember) ?? "", Text(data, TsMember), Text(data, ThreadMember), Text(data, ViewerMember)) is var place && SlackPlaces.IsWhole(place) ? place : null;

    private static JsonElement Without(JsonElement data)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written))
        {
            writer.WriteStartObject();
            foreach (var member in data.EnumerateObject().Where(member => member.Name is not (KeyMember or FormMember or ChannelMember or TsMember or ThreadMember or ViewerMember)))
                member.WriteTo(writer);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(written.WrittenSpan);
    }

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
