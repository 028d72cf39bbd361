using System.Text.Json.Serialization;
using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;

namespace Hausmeister.Bot.Hosting;

/// <summary>In which version each kind of document was written last.</summary>
internal sealed record DocumentVersions(IReadOnlyDictionary<string, int> Kinds)
{
    /// <summary>What this program reads and writes.</summary>
    public static DocumentVersions Known { get; } = new(new Dictionary<string, int>
    {
        [DocumentTypes.Case.Name] = DocumentTypes.Case.Version,
        [DocumentTypes.RotaBook.Name] = DocumentTypes.RotaBook.Version,
        [DocumentTypes.ChannelBook.Name] = DocumentTypes.ChannelBook.Version,
        [DocumentTypes.HandOff.Name] = DocumentTypes.HandOff.Version,
        [DocumentTypes.Offer.Name] = DocumentTypes.Offer.Version,
        [DocumentTypes.PipelineDay.Name] = DocumentTypes.PipelineDay.Version,
        [DocumentTypes.Calendar.Name] = DocumentTypes.Calendar.Version,
        [TurnDocuments.Conversation.Name] = TurnDocuments.Conversation.Version,
        [TurnDocuments.Reference.Name] = TurnDocuments.Reference.Version,
        [TurnDocuments.Reach.Name] = TurnDocuments.Reach.Version,
        [SlackDocuments.Kept.Name] = SlackDocuments.Kept.Version,
        [SlackDocuments.Message.Name] = SlackDocuments.Message.Version,
        [SlackDocuments.Late.Name] = SlackDocuments.Late.Version,
        [HostDocuments.Clock.Name] = HostDocuments.Clock.Version,
    });
}

/// <summary>Random bytes.</summary>
internal sealed record StoredKey(byte[] Key);

/// <summary>The clock that the data was written by.</summary>
/// <param name="OffsetTicks">How far it is ahead of the real one, in ticks of 100 ns.</param>
internal sealed record DataClock(long OffsetTicks);

/// <param name="Now">What the clock says, by the first squad's clocks.</param>
internal sealed record ClockAnswer(string Now);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DocumentVersions))]
[JsonSerializable(typeof(DataClock))]
[JsonSerializable(typeof(ClockStep))]
[JsonSerializable(typeof(ClockAnswer))]
[JsonSerializable(typeof(StoredKey))]
internal sealed partial class HostJson : JsonSerializerContext;

/// <summary>The kinds of documents that the host keeps.</summary>
internal static class HostDocuments
{
    public static DocumentType<DocumentVersions> Versions { get; } = new("list of versions", HostJson.Default.DocumentVersions);

    public static DocumentType<DataClock> Clock { get; } = new("clock", HostJson.Default.DataClock);

    public static DocumentType<StoredKey> SecretKey { get; } = new("token-key", HostJson.Default.StoredKey);
}
