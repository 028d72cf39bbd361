using System.Text.Json;
using System.Text.Json.Serialization;
using AdaptiveCards;

namespace Hausmeister.Bot.Turns;

/// <summary>
/// An Adaptive Card in a document, as JSON within JSON: each turn writes and reads one, and as a text it would be escaped and unescaped each time.
/// </summary>
[JsonConverter(typeof(CardJsonConverter))]
internal readonly record struct CardJson(string Json)
{
    public static CardJson Of(AdaptiveCard card) => new(card.ToJson());

    public AdaptiveCard ToCard() => AdaptiveCard.FromJson(Json).Card;
}

internal sealed class CardJsonConverter : JsonConverter<CardJson>
{
    public override CardJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonElement.ParseValue(ref reader).GetRawText());

    public override void Write(Utf8JsonWriter writer, CardJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);
}
