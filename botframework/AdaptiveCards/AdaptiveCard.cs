using System.Text.Json.Serialization;
using AdaptiveCards.Json;

namespace AdaptiveCards;

/// <summary>A card: what it shows, and what can be done with it. See https://adaptivecards.io/explorer.</summary>
[JsonConverter(typeof(AdaptiveCardJsonConverter))]
public class AdaptiveCard : AdaptiveTypedElement
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public const string TypeName = "AdaptiveCard";

    /// <summary>The newest version that is understood. A newer card is read as its fallback text.</summary>
    public static AdaptiveSchemaVersion KnownSchemaVersion = new(1, 5);

    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion) => Version = schemaVersion;

    public AdaptiveCard(string schemaVersion) => Version = schemaVersion;

    [Obsolete("Use the constructor that takes the schema's version")]
    public AdaptiveCard() : this(new AdaptiveSchemaVersion(1, 0)) { }

    /// <summary>Gives a version to a card that is read without one; null, the default, refuses such a card.</summary>
    public static Func<AdaptiveSchemaVersion> OnDeserializingMissingVersion { get; set; }

    public override string Type { get; set; } = TypeName;

    public AdaptiveSchemaVersion Version { get; set; }

    public string FallbackText { get; set; }

    public string Speak { get; set; }

    public string Lang { get; set; }

    public AdaptiveBackgroundImage BackgroundImage { get; set; }

    public AdaptiveHeight Height { get; set; } = AdaptiveHeight.Auto;

    /// <summary>In the schema's spelling, "80px".</summary>
    public string MinHeight { get; set; }

    /// <summary>The same in pixels; 0 when there is none.</summary>
    public uint PixelMinHeight
    {
        get => Pixels.TryParse(MinHeight, out var pixels) ? pixels : 0;
        set => MinHeight = Pixels.Format(value);
    }

    public List<AdaptiveElement> Body { get; set; } = [];

    public bool? Rtl { get; set; }

    public List<AdaptiveAction> Actions { get; set; } = [];

    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    public AdaptiveAction SelectAction { get; set; }

    public AdaptiveRefresh Refresh { get; set; }

    public AdaptiveAuthentication Authentication { get; set; }

    public AdaptiveMetadata Metadata { get; set; }

    /// <exception cref="AdaptiveSerializationException">The text is not JSON, or not a card.</exception>
    public static AdaptiveCardParseResult FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return CardReader.Read(json);
    }

    public string ToJson() => JsonText.Of(Shapes.Card, this);
}
