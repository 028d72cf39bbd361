using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Triage;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Hausmeister.Bot.Turns;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationDocument))]
[JsonSerializable(typeof(Reference))]
[JsonSerializable(typeof(Reach))]
[JsonSerializable(typeof(TriageDraft))]
internal sealed partial class TurnJson : JsonSerializerContext;

/// <summary>The kinds of documents that turns keep.</summary>
internal static class TurnDocuments
{
    private static readonly TurnJson Json = new(new JsonSerializerOptions(TurnJson.Default.Options).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb));

    public static DocumentType<ConversationDocument> Conversation { get; } = new("conversation", Json.ConversationDocument, CardsAsJson);

    public static DocumentType<Reference> Reference { get; } = new("reference", Json.Reference);

    public static DocumentType<Reach> Reach { get; } = new("reach", Json.Reach);

    /// <summary>Version 1 had each card as a text with its JSON in it.</summary>
    private static JsonObject CardsAsJson(JsonObject conversation)
    {
        foreach (var reply in conversation["unsent"]?.AsArray() ?? [])
            if (reply?["cards"] is JsonArray cards)
                reply["cards"] = new JsonArray([.. cards.Select(Parsed)]);
        if (conversation["answer"]?["card"] is { } card)
            conversation["answer"]!["card"] = Parsed(card);
        return conversation;
    }

    private static JsonNode? Parsed(JsonNode? text) => JsonNode.Parse((string)text!);
}
