using System.Text.Json;

namespace AdaptiveCards.Json;

/// <summary>Reads one card and collects what it did not understand.</summary>
internal sealed class CardReader(List<AdaptiveWarning> warnings)
{
    // The real package gives every warning of the reader this code.
    private const int Unspecified = -1;

    public static AdaptiveCardParseResult Read(string json)
    {
        try
        {
            return Read(JsonElement.Parse(json));
        }
        // InvalidOperationException: half of a surrogate pair in a text.
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException or InvalidOperationException)
        {
            throw new AdaptiveSerializationException(exception.Message, exception);
        }
    }

    public static AdaptiveCardParseResult Read(JsonElement json)
    {
        var result = new AdaptiveCardParseResult();
        result.Card = new CardReader(result.Warnings).ReadRoot(json);
        return result;
    }

    /// <summary>An element of the class that its "type" names. Where only one class can stand, the type may be missing.</summary>
    public T ReadElement<T>(JsonElement json) where T : AdaptiveTypedElement
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Codecs.Unexpected(json, "an element");
        var element = Elements.CreateOnly<T>() ?? CreateByType<T>(json);
        Shapes.Of(element).Read(json, element, this);
        return element;
    }

    private AdaptiveCard ReadRoot(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Codecs.Unexpected(json, "a card");
        if (!json.TryGetProperty("type", out var type) || Codecs.ReadText(type) != AdaptiveCard.TypeName)
            throw new AdaptiveSerializationException($"Property 'type' must be '{AdaptiveCard.TypeName}'");
        var card = new AdaptiveCard(VersionOf(json));
        if (card.Version > AdaptiveCard.KnownSchemaVersion)
            return FallbackFor(json, card.Version);
        Shapes.Card.Read(json, card, this);
        return card;
    }

    private static AdaptiveSchemaVersion VersionOf(JsonElement json)
    {
        if (json.TryGetProperty("version", out var version) && version.ValueKind != JsonValueKind.Null)
            return Codecs.Version.Read(version, null);
        return AdaptiveCard.OnDeserializingMissingVersion?.Invoke()
            ?? throw new AdaptiveSerializationException("Could not parse required key: version. It was not found.");
    }

    private AdaptiveCard FallbackFor(JsonElement json, AdaptiveSchemaVersion version)
    {
        warnings.Add(new(Unspecified, $"Schema version {version} is not supported"));
        var text = Member(json, "fallbackText") ?? "We're sorry, this card couldn't be displayed";
        return new(new AdaptiveSchemaVersion(1, 0))
        {
            Body = [new AdaptiveTextBlock(text) { Wrap = true }],
            FallbackText = text,
            Speak = Member(json, "speak") ?? text,
            Lang = Member(json, "lang"),
        };
    }

    private static string Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private T CreateByType<T>(JsonElement json) where T : AdaptiveTypedElement
    {
        if (!json.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            throw new AdaptiveSerializationException("Required property 'type' not found on adaptive card element");
        var name = type.GetString();
        if (Elements.Create(name) is T known)
            return known;
        warnings.Add(new(Unspecified, $"Unknown element '{name}'"));
        return Elements.CreateUnknown<T>(name);
    }
}
