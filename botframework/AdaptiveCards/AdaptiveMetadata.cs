namespace AdaptiveCards;

public class AdaptiveMetadata
{
    public string WebUrl { get; set; }

    internal SerializableDictionary<string, object> Extras { get; set; }
}
