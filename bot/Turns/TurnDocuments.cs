using System.Text.Json;
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

    public static DocumentType<ConversationDocument> Conversation { get; } = new("conversation", Json.ConversationDocument);

    public static DocumentType<Reference> Reference { get; } = new("reference", Json.Reference);

    public static DocumentType<Reach> Reach { get; } = new("reach", Json.Reach);
}
