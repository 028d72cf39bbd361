using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hausmeister.Cards.Rendering;

/// <summary>
/// A card as a message. It is sent with <c>mrkdwn</c>, <c>link_names</c>, <c>unfurl_links</c> and <c>unfurl_media</c> off.
/// </summary>
/// <param name="Text">For notifications and screen readers, which do not read the blocks; at most <see cref="SlackLimits.Text"/>.</param>
public sealed record SlackMessage(string Text, IReadOnlyList<SlackBlock> Blocks)
{
    /// <summary>
    /// What does not fit into the buttons, by the key that they bring back as <c>k</c>: data as JSON, and for the verb
    /// <see cref="BlockKit.ShowAll"/> the card. To be kept as long as the message can be tapped. The same content has the same key.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Kept { get; init; } = new Dictionary<string, string>();

    public string ToJson() => JsonSerializer.Serialize(this, SlackJson.Compact.SlackMessage);
}

/// <summary>A card with fields, or a card that is too long for a message, as a modal.</summary>
/// <param name="CallbackId">The verb of what is sent with it; null where nothing is.</param>
/// <param name="PrivateMetadata">The data of the button that sends it, with the message it belongs to as <c>channel</c> and <c>ts</c>; at most 3,000.</param>
/// <param name="Title">At most 24; so is <paramref name="Submit"/>, and so is <paramref name="Close"/>.</param>
public sealed record SlackModal(
    string? CallbackId, string PrivateMetadata, SlackPlainText Title, SlackPlainText? Submit, SlackPlainText Close, IReadOnlyList<SlackBlock> Blocks)
{
    public const int LongestTitle = 24;
    public const int LongestPrivateMetadata = 3_000;

    [JsonPropertyOrder(-1)]
    public string Type { get; } = "modal";

    /// <inheritdoc cref="SlackMessage.Kept"/>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Kept { get; init; } = new Dictionary<string, string>();

    public string ToJson() => JsonSerializer.Serialize(this, SlackJson.Compact.SlackModal);
}

/// <summary>A card as the page of the app that one person sees; at most <see cref="SlackLimits.ModalBlocks"/> blocks.</summary>
public sealed record SlackHome(IReadOnlyList<SlackBlock> Blocks)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "home";

    public string ToJson() => JsonSerializer.Serialize(this, SlackJson.Compact.SlackHome);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(SlackModal))]
[JsonSerializable(typeof(SlackHome))]
[JsonSerializable(typeof(SlackForm))]
[JsonSerializable(typeof(SlackSuggestions))]
[JsonSerializable(typeof(IReadOnlyList<SlackBlock>))]
internal sealed partial class SlackJson : JsonSerializerContext
{
    /// <summary>Escapes only what JSON demands: the limits count characters, and HTML is nowhere near.</summary>
    public static SlackJson Compact => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
