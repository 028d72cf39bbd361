namespace AdaptiveCards;

public class AdaptiveMedia : AdaptiveElement
{
    public const string TypeName = "Media";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveMediaSource> Sources { get; set; } = [];

    public string Poster { get; set; }

    public string AltText { get; set; }
}

public class AdaptiveMediaSource
{
    public string MimeType { get; set; }

    public string Url { get; set; }

    internal SerializableDictionary<string, object> Extras { get; set; }
}
