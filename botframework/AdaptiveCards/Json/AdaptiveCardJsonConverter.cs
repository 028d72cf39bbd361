using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards.Json;

/// <summary>A card as a part of something else that System.Text.Json writes: an activity's attachment.</summary>
internal sealed class AdaptiveCardJsonConverter : JsonConverter<AdaptiveCard>
{
    public override AdaptiveCard Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CardReader.Read(JsonElement.ParseValue(ref reader)).Card;

    public override void Write(Utf8JsonWriter writer, AdaptiveCard value, JsonSerializerOptions options) =>
        Shapes.Card.Write(writer, value);
}
