namespace AdaptiveCards;

/// <summary>What every member of a card has in common: its type, and room for what this library does not know.</summary>
public abstract class AdaptiveTypedElement
{
    /// <summary>The oldest features that a renderer needs for this element, by feature name; null when it needs none.</summary>
    public IDictionary<string, string> Requires;

    protected AdaptiveTypedElement() { }

    public abstract string Type { get; set; }

    public string Id { get; set; }

    /// <summary>What to show instead when a renderer does not know this element or misses what it requires.</summary>
    public AdaptiveFallbackElement Fallback { get; set; }

    /// <summary>Members of the JSON object that this library does not know. They are written back as they were read.</summary>
    public SerializableDictionary<string, object> AdditionalProperties
    {
        get => Extras ??= [];
        set => Extras = value;
    }

    // The same without making an empty dictionary for each of the hundreds of elements that have none.
    internal SerializableDictionary<string, object> Extras { get; private set; }
}
