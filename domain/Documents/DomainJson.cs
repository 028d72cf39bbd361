using System.Text.Json;
using System.Text.Json.Serialization;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Channels;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Rota;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Hausmeister.Domain.Documents;

/// <summary>How the domain's documents are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(SquadCalendar))]
[JsonSerializable(typeof(RotaBook))]
[JsonSerializable(typeof(ChannelBook))]
[JsonSerializable(typeof(HandOff))]
[JsonSerializable(typeof(Offer))]
[JsonSerializable(typeof(PipelineDay))]
internal sealed partial class DomainJson : JsonSerializerContext;

/// <summary>The kinds of documents that the domain keeps.</summary>
public static class DocumentTypes
{
    private static readonly DomainJson Json = new(new JsonSerializerOptions(DomainJson.Default.Options).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb));

    public static DocumentType<Case> Case { get; } = new("case", Json.Case);

    public static DocumentType<RotaBook> RotaBook { get; } = new("rota book", Json.RotaBook);

    public static DocumentType<ChannelBook> ChannelBook { get; } = new("book of a channel", Json.ChannelBook);

    public static DocumentType<HandOff> HandOff { get; } = new("hand-off", Json.HandOff);

    public static DocumentType<Offer> Offer { get; } = new("offer", Json.Offer);

    public static DocumentType<PipelineDay> PipelineDay { get; } = new("day of the nightly run", Json.PipelineDay);

    public static DocumentType<SquadCalendar> Calendar { get; } = new("calendar", Json.SquadCalendar);
}
